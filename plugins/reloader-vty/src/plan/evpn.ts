import type { ContextChange } from '@frrkit/frr-text'
import type { Router } from './router-blocks.ts'

/**
 * bgpd forgets, or ignores, what is said of single VNIs while nobody advertises them all: when that comes, all of it is
 * said again.
 */
export function withVnisAgain({ contexts }: Router, changes: readonly ContextChange[]): readonly ContextChange[] {
  if (!changes.some(({ kind, added }) => kind === 'evpn' && added.includes('advertise-all-vni'))) return changes
  const vnis = contexts.filter(({ kind }) => kind === 'evpn-vni')
  const paths = new Set(vnis.map(({ path }) => path.join('\n')))
  return [
    ...changes.filter(({ path }) => !paths.has(path.join('\n'))),
    ...vnis.map(({ kind, path, lines }): ContextChange => ({ change: 'added', kind, path, removed: [], added: lines })),
  ]
}

/**
 * The lines of a VNI in the order in which bgpd takes all of them: the route target that it derives by itself (RFC 8365
 * §5.1.2.1) is no news to it before there is another one, and then it is gone.
 */
export function derivedLast({ path }: ContextChange, lines: readonly string[]): readonly string[] {
  const asn = Number(/^router bgp (\d+)/.exec(path[0] ?? '')?.[1])
  const derived = ` ${asn & 0xffff}:${path[2]?.split(' ')[1]}`
  const isDerived = (line: string) => line.startsWith('route-target ') && line.endsWith(derived)
  return [...lines.filter((line) => !isDerived(line)), ...lines.filter(isDerived)]
}
