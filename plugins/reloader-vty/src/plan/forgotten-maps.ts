import type { FrrText } from '@frrkit/frr-text'
import { saying, topLevel } from './line.ts'
import type { Phased } from './phased.ts'

/**
 * bgpd forgets a removed route-map only when `bgp route-map delay-timer` has passed. One of the same name that comes
 * before that frees the old one at once, and what still names it writes into freed memory. A timer of 0 makes bgpd
 * forget now.
 */
export function forgetRouteMaps(before: FrrText, after: FrrText): readonly Phased[] {
  const had = new Set(before.routeMaps.map(({ name }) => name))
  const coming = new Set(after.routeMaps.map(({ name }) => name).filter((name) => !had.has(name)))
  if (coming.size === 0 || !namesOneOf(before, coming)) return []
  const delays = after.contexts
    .flatMap(({ kind, lines }) => (kind === 'top' ? lines : []))
    .map((line) => delay.exec(line))
  const seconds = delays.find((found) => found !== null)?.[1] ?? '5'
  return ['0', seconds].map((value) => ({
    phase: 'lists',
    line: saying(topLevel, `bgp route-map delay-timer ${value}`),
  }))
}

const delay = /^bgp route-map delay-timer (\d+)$/

function namesOneOf({ contexts }: FrrText, names: ReadonlySet<string>): boolean {
  return contexts.some(({ lines }) => lines.some((line) => line.split(' ').some((word) => names.has(word))))
}
