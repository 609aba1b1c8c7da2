import type { ContextKind } from './contexts.ts'
import type { Context, FrrText } from './frr-text.ts'

/** A line that FRR shows although nobody configured it: taking it away would be a mistake, or is not possible. */
type ShownByItself = { readonly in: ContextKind; readonly line: RegExp; readonly why: string }

export const shownByItself: readonly ShownByItself[] = [
  { in: 'top', line: /^frr (?:version|defaults) /, why: 'says which FRR it is' },
  { in: 'top', line: /^service integrated-vtysh-config$/, why: 'a setting of vtysh' },
  { in: 'top', line: /^no ip(?:v6)? forwarding$/, why: 'what the kernel does' },
  { in: 'top', line: /^domainname /, why: 'the name of the machine' },
  { in: 'vrf', line: /^netns /, why: 'what the kernel has, with zebra -n or -w' },
]

/** Every daemon has a name of its own and vtysh yet another one, so what is shown says nothing about what was asked. */
export const neverComparable: readonly ShownByItself[] = [
  { in: 'top', line: /^hostname /, why: 'each daemon, and vtysh, has its own' },
]

/** The running configuration without what FRR shows by itself, unless the wanted text speaks of it. */
export function withoutShownByItself(running: FrrText, wanted: FrrText): FrrText {
  const asked = new Set(wanted.contexts.flatMap(({ path, lines }) => lines.map((line) => keyOf(path, line))))
  const contexts = running.contexts.flatMap((context) => {
    const lines = context.lines.filter((line) => !knows(shownByItself, context, line) || isAsked(asked, context, line))
    return lines.length === 0 && isImportedInstance(context, wanted) ? [] : [{ ...context, lines }]
  })
  return { ...running, contexts }
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

/** `import vrf red` makes bgpd create the instance of that VRF, with nothing in it. */
function isImportedInstance({ kind, path }: Context, wanted: FrrText): boolean {
  if (kind !== 'router-bgp') return false
  const vrf = / vrf (\S+)$/.exec(path[0] ?? '')?.[1] ?? 'default'
  return (
    !wanted.contexts.some((context) => context.path[0] === path[0]) &&
    wanted.contexts.some(({ lines }) => lines.includes(`import vrf ${vrf}`))
  )
}
