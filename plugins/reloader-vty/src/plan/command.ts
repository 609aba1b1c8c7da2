import type { DaemonName } from '@frrkit/vty'
import type { Phase } from './order.ts'

/** One line for one daemon, the contexts that it stands in, and when its turn comes. */
export type Command = {
  readonly daemon: DaemonName
  readonly phase: Phase
  /** The lines that lead into its context, as in `Context`. */
  readonly path: readonly string[]
  /** Absent: the context is entered, which creates it, and left. */
  readonly line?: string
}
