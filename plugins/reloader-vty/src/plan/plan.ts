import type { Comparison, FrrText, Release, SessionReset } from '@frrkit/frr-text'
import type { DaemonName } from '@frrkit/vty'
import { planBlocks } from './blocks.ts'
import type { Command } from './command.ts'
import { ownDefaults } from './defaults.ts'
import { forgetRouteMaps } from './forgotten-maps.ts'
import { inOrder } from './order.ts'
import { planPointedAt } from './pointed-at.ts'
import { planPolicy } from './policy.ts'
import { resetsOf } from './resets.ts'
import { planRouters, shownInstances } from './routers.ts'
import { understand } from './understand.ts'

/** Lines for one daemon, in the order in which it gets them, each context entered and left by lines of its own. */
export type Step = { readonly daemon: DaemonName; readonly lines: readonly string[] }

/** How to bring FRR from what it runs to what it shall run. Without steps there is nothing to do. */
export type Plan = {
  /** In order: what is referred to comes before what refers to it, and goes after it. */
  readonly steps: readonly Step[]
  /** The sessions that end on the way because FRR knows no other one. For people: an apply has no use for them. */
  readonly resets: () => readonly SessionReset[]
  /** What FRR has afterwards: `after`, with the sequence numbers that entries really have. Plan the next change from it. */
  readonly result: FrrText
}

/** A plan, or why there is none: lines that FRR may well understand, and the planner does not. */
export type Planned =
  | { readonly status: 'planned'; readonly plan: Plan }
  | { readonly status: 'not-understood'; readonly reasons: readonly string[] }

export type Change = {
  /** What FRR runs: read from it, or the `result` of the last plan that was carried out. */
  readonly before: FrrText
  readonly after: FrrText
  /** Of these two. */
  readonly comparison: Comparison
  /** The FRR that runs. */
  readonly release: Release
}

/** The way from `before` to `after`, without touching what stays. */
export function plan({ before, after, comparison, release }: Change): Planned {
  const policy = planPolicy(before, after, comparison, release)
  const lines = [
    ...planBlocks(comparison.contexts),
    ...(comparison.routeMaps.length === 0 ? [] : forgetRouteMaps(before, after)),
    ...policy.commands,
    ...planRouters(before, after, comparison, release),
  ]
  const result = { ...after, ...policy.result, contexts: [...after.contexts, ...shownInstances(after, release)] }
  const [all, copies] = [understand(lines, release), planPointedAt(before, result, release)]
  const reasons = [...all.reasons, ...copies.reasons]
  if (reasons.length > 0) return { status: 'not-understood', reasons }
  return {
    status: 'planned',
    plan: {
      steps: inOrder([...ownDefaults(comparison, release), ...all.commands.map(ofBgpd), ...copies.commands]),
      resets: () => resetsOf(before, after, comparison, release, lines),
      result,
    },
  }
}

/** Of what zebra alone knows of a route-map, bgpd has the entry: the copies for zebra say the rest. */
function ofBgpd(command: Command): Command {
  const { daemon, phase, path } = command
  return daemon !== 'bgpd' && path[0]?.startsWith('route-map ') === true ? { daemon: 'bgpd', phase, path } : command
}
