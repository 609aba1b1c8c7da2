import type { Frr } from '@frrkit/frr-lab'
import type { Screen } from './terminal/screen.ts'
import type { Reports } from './watch-reports.ts'

/** What a scene plays on. */
export type Stage = {
  readonly screen: Screen
  /** The FRR that frrkit looks after. */
  readonly node: Frr
  readonly peer: Frr
  /** The folder that the daemon watches: a copy, so that scenes may change it. */
  readonly dir: string
  readonly reports: Reports
  readonly signal: AbortSignal
}
