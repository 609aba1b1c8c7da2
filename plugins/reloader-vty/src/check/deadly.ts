import { type FrrText, isAmong, type Release, type Releases } from '@frrkit/frr-text'
import type { ChangedLine } from './changed-lines.ts'
import type { CheckedLine } from './check.ts'

/**
 * What bgpd takes for a command of its own, refuses as a part of its configuration, and ends of at the next `show
 * running-config`. Where only some values do that, the grammar has something against them, as in `match community-limit`.
 */
const deadly: readonly (Releases & Pick<ChangedLine, 'kind'> & { readonly line: RegExp })[] = [
  { kind: 'route-map', line: /^match evpn rd /, before: 10 },
  { kind: 'route-map', line: /^match source-protocol table-direct$/, since: [10, 3], before: [10, 7] },
]

/** Why a line must not reach FRR, not even by the fallback. */
export function endsBgpd({ kind, line }: ChangedLine, release: Release): string | undefined {
  const isOne = deadly.some((each) => each.kind === kind && each.line.test(line) && isAmong(release, each))
  return isOne ? `bgpd of FRR ${release.version ?? 'that says no version'} ends of it` : undefined
}

/** Lines that FRR takes and may not survive: they are no mistake, so they stay, and it is said. */
export function findDeadly({ contexts }: FrrText, { version = '' }: Release): readonly CheckedLine[] {
  if (!version.startsWith('10.7.')) return []
  return contexts.some(({ kind, lines }) => kind === 'top' && lines.includes(updates))
    ? [{ path: [], line: updates, why }]
    : []
}

/** What bgpd leaves out because it was said before is to be written down, and is gone by then (FRR's pull request 23087). */
const updates = 'debug bgp updates out'
const why =
  'bgpd of FRR 10.7 may end by itself with it, when an update would say nothing new; a logLevel above debug is without'
