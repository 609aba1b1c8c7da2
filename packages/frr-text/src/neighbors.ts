import type { Context } from './frr-text.ts'

/** The AS of a `router bgp` context, as it is written. */
export function asnOf({ path }: Context): string {
  return /^router bgp (\S+)/.exec(path[0] ?? '')?.[1] ?? ''
}

/** The VRF of a `router bgp` context; empty for the default one. */
export function vrfOf({ path }: Context): string {
  return / vrf (\S+)$/.exec(path[0] ?? '')?.[1] ?? ''
}

/** The names of the neighbors that have a session, in order of appearance; peer-groups are not among them. */
export function neighborsOf({ lines }: Context): readonly string[] {
  const named = lines.flatMap((line) => /^neighbor (\S+) (?:remote-as|interface|peer-group \S)/.exec(line)?.[1] ?? [])
  const groups = lines.flatMap((line) => /^neighbor (\S+) peer-group$/.exec(line)?.[1] ?? [])
  return [...new Set(named)].filter((name) => !groups.includes(name))
}

/** The peer-group that a neighbor takes its settings from. */
export function peerGroupOf({ lines }: Context, name: string): string | undefined {
  for (const line of lines) {
    const [, member, group] = /^neighbor (\S+) (?:interface (?:v6only )?)?peer-group (\S+)$/.exec(line) ?? []
    if (member === name) return group
  }
  return undefined
}

/** Whether the AS of a neighbor, which may be that of its peer-group, is ours. */
export function isIbgp(router: Context, name: string): boolean {
  const names = [name, peerGroupOf(router, name)].flatMap((each) => (each === undefined ? [] : [`neighbor ${each} `]))
  const remoteAs = new RegExp(`^neighbor \\S+ (?:interface (?:v6only )?)?remote-as (?:internal|${asnOf(router)})$`)
  return router.lines.some((line) => names.some((start) => line.startsWith(start)) && remoteAs.test(line))
}

export function isAtInterface(router: Context, name: string): boolean {
  return router.lines.some(
    (line) => line === `neighbor ${name} interface` || line.startsWith(`neighbor ${name} interface `),
  )
}
