import type { FrrText } from '@frrkit/frr-text'
import type { Frr } from '../frr/frr.ts'
import type { Position } from '../frr/position.ts'
import { forgetRouteMaps } from '../plan/forgotten-maps.ts'

/**
 * Makes bgpd forget route-maps that are gone, and named, before a fallback brings them back: it would write into freed
 * memory. Whatever comes of it, the fallback has its say.
 *
 * What the fallback itself takes away and brings back is not covered: FRR's script removes before it adds, and of all that
 * it removes, a timer of 0 goes first; at 0, bgpd would not look at its routes again after the change, either. To bring
 * the new entries before it would change FRR for a text that the script may refuse.
 */
export async function letGoOfRouteMaps(
  frr: Pick<Frr, 'apply'>,
  { running, sessions }: Pick<Position, 'running' | 'sessions'>,
  wanted: FrrText,
): Promise<void> {
  const lines = forgetRouteMaps(running, wanted).flatMap(({ line: { line } }) => line ?? [])
  if (lines.length === 0) return
  await frr.apply([{ daemon: 'bgpd', lines }], sessions, { careful: false, release: running.release })
}
