import { type Comparison, compareFrrTexts, type FrrText, isEmpty } from '@frrkit/frr-text'
import type { DaemonName, LineWords } from '@frrkit/vty'
import type { Applied } from '../apply/apply-steps.ts'
import type { Frr } from '../frr/frr.ts'
import { withoutAbsent, withoutIdle } from '../frr/idle.ts'
import { type Position, positionAt, settled } from '../frr/position.ts'
import { type Plan, plan } from '../plan/plan.ts'
import { type Known, withoutKnown } from '../state/known.ts'
import type { Probe } from '../verify/probe.ts'
import { probesOf } from '../verify/probes.ts'

/** Where FRR shall be. */
export type Goal = {
  readonly wanted: FrrText
  /** Differences that are no concern of ours. */
  readonly known: Known
  /** What differs from where FRR is, if that is known already. */
  readonly comparison?: Comparison
}

export type Brought =
  /** FRR runs what is wanted, which has been proved by reading. */
  | { readonly status: 'there'; readonly changed: boolean; readonly position: Position }
  /** There is no plan; nothing has been touched. */
  | { readonly status: 'not-understood'; readonly reasons: readonly string[] }
  /** FRR does not take this line; what was before it in the plan has been carried out. */
  | { readonly status: 'refused'; readonly refusal: LineWords }
  /** FRR took every line, and still shows something else. */
  | { readonly status: 'differs'; readonly comparison: Comparison; readonly position: Position }
  /** A daemon that is needed does not answer. */
  | { readonly status: 'away'; readonly words: string }

/**
 * Takes FRR from where it is to the goal. If that does not work out, FRR is looked at and what is left is planned from
 * what it shows: it may run something else than was believed, and in a batch a refused line takes others with it.
 */
export async function bring(
  frr: Frr,
  from: Position,
  goal: Goal,
  { careful: carefully = false }: { readonly careful?: boolean } = {},
): Promise<Brought> {
  let position = from
  let careful = carefully
  let changed = false
  let failed: Brought | undefined
  for (let tries = 1; ; tries++) {
    const comparison = (tries === 1 ? goal.comparison : undefined) ?? differencesFrom(position, goal)
    if (isEmpty(comparison)) return { status: 'there', changed, position: settled(position, goal.wanted) }
    const carriedOut = await carryOut(frr, position, goal.wanted, { comparison, careful })
    // Not what was asked for, but what came of it: nobody shall take FRR for untouched.
    if (carriedOut.status === 'not-understood') return failed ?? carriedOut
    const { applied } = carriedOut
    changed = true
    const last = tries === 3
    if (applied.status === 'done') {
      const proved = await prove(frr, position, { ...carriedOut, proved: applied.proved }, goal)
      if (proved.status === 'there') return { ...proved, changed }
      if (last || proved.status === 'away') return proved
      failed = proved
    } else {
      failed = applied.status === 'away' ? applied : { status: 'refused', refusal: applied.refusal }
      if (isFinal(applied, position, careful) || last) return failed
    }
    const read = await frr.read()
    if (!read.ok) return { status: 'away', words: read.words }
    position = positionAt(read, goal.wanted)
    careful = true
  }
}

type CarriedOut = {
  readonly status: 'carried-out'
  readonly applied: Applied
  readonly result: FrrText
  readonly daemons: ReadonlySet<DaemonName>
  readonly probes: readonly Probe[] | undefined
}

/** Plans and tells FRR. The plan ends with it: FRR takes its time with a hundred thousand lines, and shows them afterwards. */
async function carryOut(
  frr: Frr,
  { running, sessions }: Position,
  wanted: FrrText,
  { comparison, careful }: { readonly comparison: Comparison; readonly careful: boolean },
): Promise<CarriedOut | Extract<Brought, { status: 'not-understood' }>> {
  const work = workFor(running, wanted, comparison)
  if (work.status === 'not-understood') return work
  const { steps, result, probes } = work
  const applied = await frr.apply(steps, sessions, { careful, release: running.release, probes })
  return { status: 'carried-out', applied, result, daemons: new Set(steps.map(({ daemon }) => daemon)), probes }
}

type Work = Pick<Plan, 'steps' | 'result'> & Pick<CarriedOut, 'probes'> & { readonly status: 'planned' }

/** Without what led to the plan, which who asks it for the resets would need: as much again. */
function workFor(
  running: FrrText,
  wanted: FrrText,
  comparison: Comparison,
): Work | Extract<Brought, { status: 'not-understood' }> {
  const planned = plan({ before: running, after: wanted, comparison, release: running.release })
  if (planned.status === 'not-understood') return planned
  const { steps, result } = planned.plan
  return { status: 'planned', steps, result, probes: probesOf(steps, result) }
}

/** What is to be done: against what FRR showed, or against what it was told and has been proved since. */
export function differencesFrom({ running, shown, byDaemon }: Position, { wanted, known }: Goal): Comparison {
  if (shown !== undefined) return withoutKnown(shown, known)
  return withoutIdle(withoutHostname(compareFrrTexts(running, wanted)), wanted, byDaemon)
}

/** FRR's tools keep it to themselves when they load a frr.conf: every daemon goes by the name of the machine. */
function withoutHostname({ contexts, ...policy }: Comparison): Comparison {
  return {
    ...policy,
    contexts: contexts.flatMap((context) => {
      if (context.kind !== 'top') return [context]
      const [added, removed] = [context.added.filter(isOther), context.removed.filter(isOther)]
      return added.length + removed.length === 0 ? [] : [{ ...context, added, removed }]
    }),
  }
}

function isOther(line: string): boolean {
  return !line.startsWith('hostname ')
}

/** No other try says more: FRR was looked at right before, and the words stand at the line that they are about. */
function isFinal(applied: Exclude<Applied, { status: 'done' }>, { shown }: Position, careful: boolean): boolean {
  return shown !== undefined && (applied.status === 'away' || applied.exact || careful)
}

type ToProve = Pick<CarriedOut, 'result' | 'daemons' | 'probes'> & {
  /** Whether the answers to all of them came with those to the lines. */
  readonly proved: boolean
}

async function prove(
  frr: Frr,
  position: Position,
  { result, daemons, probes, proved }: ToProve,
  { wanted, known }: Goal,
): Promise<Brought> {
  const stale = new Set([...position.stale, ...daemons])
  const { byDaemon, sessions } = position
  const running = withoutAbsent({ ...result, release: position.running.release }, byDaemon)
  if (proved || (probes !== undefined && probes.length > 0 && (await frr.prove(probes, sessions)))) {
    return { status: 'there', changed: true, position: { running, byDaemon, sessions, stale } }
  }
  const read = await frr.read(stale)
  if (!read.ok) return { status: 'away', words: read.words }
  // With the sessions of before: if a daemon began anew meanwhile, that must not pass for what it was.
  const there = positionAt({ byDaemon: new Map([...byDaemon, ...read.byDaemon]), sessions }, wanted)
  const comparison = withoutKnown(there.shown, known)
  return isEmpty(comparison)
    ? { status: 'there', changed: true, position: settled(there, wanted) }
    : { status: 'differs', comparison, position: there }
}
