import type { FrrText, Release } from '@frrkit/frr-text'
import type { CheckedLine } from './check.ts'

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
