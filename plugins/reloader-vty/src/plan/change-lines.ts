import { type ContextKind, slotOf } from '@frrkit/frr-text'
import { type Line, type Place, setting, undoing } from './line.ts'

/** Settings that FRR does not let go of when a later line does not name them. */
const sticky: Partial<Readonly<Record<ContextKind, RegExp>>> = {
  'router-bgp': /^neighbor \S+ shutdown (message) /,
  'address-family':
    /^(?:redistribute .*(route-map|metric) |neighbor \S+ (?:default-originate (route-map) |remove-private-AS (all|replace-AS)))/,
  // zebra wants to be told that the one is gone before it takes the other.
  vrf: /^(vni) /,
}

/** From some lines of a context to others, whatever else is in it. */
export function changeLines(place: Place, before: readonly string[], after: readonly string[]): readonly Line[] {
  const [had, has] = [new Set(before), new Set(after)]
  const { gone, added } = replaceLines(
    place,
    before.filter((line) => !has.has(line)),
    after.filter((line) => !had.has(line)),
  )
  return [...gone, ...added]
}

/** What has to be taken back first, and what is sent: a value that another one replaces is not taken back. */
export function replaceLines(
  place: Place,
  removed: readonly string[],
  added: readonly string[],
): { readonly gone: readonly Line[]; readonly added: readonly Line[] } {
  const { kind } = place
  const coming = new Map(added.map((line) => [slotOf(kind, bare(line)), line]))
  const isReplaced = (line: string) => {
    const next = coming.get(slotOf(kind, bare(line)))
    return next !== undefined && !staysBehind(kind, line, next)
  }
  return {
    gone: removed.filter((line) => !isReplaced(line)).map((line) => undoing(place, line)),
    added: added.map((line) => setting(place, line)),
  }
}

/** Whether something of a line would still be there after another one in its place. */
function staysBehind(kind: ContextKind, line: string, next: string): boolean {
  const words = sticky[kind]?.exec(line)?.slice(1) ?? []
  return words.some((word) => word !== undefined && (word === 'vni' || !next.includes(` ${word}`)))
}

/** Without its `no`. */
export function bare(line: string): string {
  return line.startsWith('no ') ? line.slice(3) : line
}
