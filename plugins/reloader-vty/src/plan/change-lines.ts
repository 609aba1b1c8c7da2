import { type ContextKind, slotOf } from '@frrkit/frr-text'
import { type Line, type Place, setting, undoing } from './line.ts'

/**
 * Lines of which a later one does not take the place of an earlier one, although there can be only one of them: FRR
 * refuses it, or keeps what the later one does not name.
 */
const notInPlace: Partial<Readonly<Record<ContextKind, RegExp>>> = {
  'address-family':
    /^(?:redistribute |neighbor \S+ (?:default-originate|remove-private-AS)|network \S+ label-index|aggregate-address )/,
  vrf: /^vni /,
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
  const taken = new Set(added.map((line) => slotOf(kind, bare(line))))
  const isReplaced = (line: string) => taken.has(slotOf(kind, bare(line))) && notInPlace[kind]?.test(line) !== true
  return {
    gone: removed.filter((line) => !isReplaced(line)).map((line) => undoing(place, line)),
    added: added.map((line) => setting(place, line)),
  }
}

/** Without its `no`. */
export function bare(line: string): string {
  return line.startsWith('no ') ? line.slice(3) : line
}
