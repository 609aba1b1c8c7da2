import type { SessionReset } from '@frrkit/frr-text'
import type { DaemonName } from '@frrkit/vty'

/** Lines for one daemon, in the order in which it gets them, each context entered and left by lines of its own. */
export type Step = { readonly daemon: DaemonName; readonly lines: readonly string[] }

/** How to bring FRR from what it runs to what it shall run. Without steps there is nothing to do. */
export type Plan = {
  /** In order: what is referred to comes before what refers to it, and goes after it. */
  readonly steps: readonly Step[]
  /** The sessions that end on the way because FRR knows no other one. */
  readonly resets: readonly SessionReset[]
}

/** A plan, or why there is none: lines that FRR may well understand, and the planner does not. */
export type Planned =
  | { readonly status: 'planned'; readonly plan: Plan }
  | { readonly status: 'not-understood'; readonly reasons: readonly string[] }
