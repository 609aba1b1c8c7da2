import type { ContextKind } from './contexts.ts'
import type { Context, FrrText } from './frr-text.ts'
import { isLogin } from './logins.ts'

/** A line that FRR shows although nobody configured it: taking it away would be a mistake, or is not possible. */
type ShownByItself = { readonly in: ContextKind; readonly line: RegExp; readonly why: string }

export const shownByItself: readonly ShownByItself[] = [
  { in: 'top', line: /^frr (?:version|defaults) /, why: 'says which FRR it is' },
  { in: 'top', line: /^no ip(?:v6)? forwarding$/, why: 'what the kernel does' },
  { in: 'top', line: /^agentx$/, why: 'FRR does not take it back' },
  { in: 'address-family', line: /^rt vpn import(?: \d+\.\d+\.\d+\.\d+:\d+)+$/, why: 'what 10.3 makes of import vrf' },
  { in: 'router-bgp', line: /^neighbor \S+ tcp-mss 0$/, why: 'what 8.4 makes of the tcp-mss of a peer-group' },
  // Taking it away would take those away instead (10.6, 10.7.1).
  { in: 'router-bgp', line: /^use-underlays-nexthop-weight$/, why: 'what 10.6 makes of lines about the MED' },
  { in: 'vrf', line: /^netns /, why: 'what the kernel has, with zebra -n or -w' },
]

/** Every daemon has a name of its own and vtysh yet another one, so what is shown says nothing about what was asked. */
export const neverComparable: readonly ShownByItself[] = [
  { in: 'top', line: /^hostname /, why: 'each daemon, and vtysh, has its own' },
]

/** The running configuration without what FRR shows by itself, unless the wanted text speaks of it. */
export function withoutShownByItself(running: FrrText, wanted: FrrText): FrrText {
  const asked = new Set(wanted.contexts.flatMap(({ path, lines }) => lines.map((line) => keyOf(path, line))))
  const contexts = running.contexts.map((context) => {
    const isOwn = (line: string) => knows(shownByItself, context, line) || isLogin(context.kind, line)
    const lines = context.lines.filter((line) => !isOwn(line) || isAsked(asked, context, line))
    return { ...context, lines }
  })
  return { ...running, contexts }
}

/** Without the empty instances that FRR made itself for the imports of `wanted`. */
export function withoutImportedInstances(contexts: readonly Context[], wanted: FrrText): readonly Context[] {
  const imported = importedVrfs(wanted)
  if (imported.size === 0) return contexts
  return contexts.filter(({ kind, path, lines }) => {
    return kind !== 'router-bgp' || lines.length > 0 || !imported.has(vrfOfOpener(path[0]))
  })
}

export function withoutNeverComparable(text: FrrText): FrrText {
  const contexts = text.contexts.map((context) => ({
    ...context,
    lines: context.lines.filter((line) => !knows(neverComparable, context, line)),
  }))
  return { ...text, contexts }
}

function knows(rows: readonly ShownByItself[], { kind }: Context, line: string): boolean {
  return rows.some((row) => row.in === kind && row.line.test(line))
}

/** Also when the opposite is asked for: `ip forwarding` where `no ip forwarding` is shown. */
function isAsked(asked: ReadonlySet<string>, { path }: Context, line: string): boolean {
  return asked.has(keyOf(path, line)) || (line.startsWith('no ') && asked.has(keyOf(path, line.slice(3))))
}

function keyOf(path: readonly string[], line: string): string {
  return [...path, line].join('\n')
}

/** `import vrf red` makes bgpd create the instance of that VRF, with nothing in it, where there is no block for it. */
function importedVrfs({ contexts }: FrrText): ReadonlySet<string> {
  const imported = contexts
    .filter(({ kind }) => kind === 'address-family')
    .flatMap(({ lines }) => lines.flatMap((line) => /^import vrf (?!route-map )(\S+)$/.exec(line)?.[1] ?? []))
  const own = new Set(contexts.filter(({ kind }) => kind === 'router-bgp').map(({ path }) => vrfOfOpener(path[0])))
  // Routes go from one VRF to another by way of the default instance.
  const needed = imported.length > 0 ? ['default', ...imported] : []
  return new Set(needed.filter((vrf) => !own.has(vrf)))
}

function vrfOfOpener(opener: string | undefined): string {
  return / vrf (\S+)$/.exec(opener ?? '')?.[1] ?? 'default'
}
