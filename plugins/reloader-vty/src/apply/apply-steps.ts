import { isSince, majorOf, type Release } from '@frrkit/frr-text'
import {
  type Configured,
  configure,
  type DaemonName,
  describeVtyError,
  type LineWords,
  type VtyError,
} from '@frrkit/vty'
import type { Daemons, Sessions } from '../frr/daemons.ts'
import type { Step } from '../plan/plan.ts'
import { allHold } from '../verify/ask-probes.ts'
import type { Probe } from '../verify/probe.ts'
import { answerTime } from './answer-time.ts'
import { configureHalves } from './configure-halves.ts'
import { configureMgmtd } from './configure-mgmtd.ts'
import { withFewerCommits } from './fewer-commits.ts'
import { splitsGroups, untilSent } from './until-sent.ts'
import { takesRoutesAway, untilTold } from './until-told.ts'

export type Applied =
  /** `proved`: the questions were asked right after the last line, and every answer was as expected. */
  | { readonly status: 'done'; readonly proved: boolean }
  /** FRR did not take a line. `exact`: that very line; in a batch the words may stand at another one. */
  | { readonly status: 'refused'; readonly refusal: LineWords; readonly exact: boolean }
  /** A daemon ended or does not answer; it may have carried out a part. */
  | { readonly status: 'away'; readonly words: string }

export type ApplyOptions = {
  /** The connections on which FRR was read, or that have carried out everything since. */
  readonly sessions: Sessions
  /** One line after the other, and none after a refused one; slower, and in a batch the only way to know which it was. */
  readonly careful: boolean
  readonly release: Release
  readonly applyWithin: number
  /** For a daemon's first word: one that hangs is not waited for as long as one that works. */
  readonly answerWithin: number
  /** Questions to bgpd that prove all of it. */
  readonly probes?: readonly Probe[] | undefined
  readonly signal: AbortSignal
}

/** Carries out a plan, daemon by daemon where that matters; nothing after a step that was not taken whole. */
export async function applySteps(daemons: Daemons, steps: readonly Step[], options: ApplyOptions): Promise<Applied> {
  const isThere = ({ daemon }: Step) => options.sessions.has(daemon)
  const needed = steps.filter((step) => !isForAll(step)).flatMap(neededFor)
  const absent = [...new Set(needed.filter((daemon) => !options.sessions.has(daemon)))]
  // Before anything is told to the others: they would refer to what is not there.
  if (absent.length > 0) return { status: 'away', words: await absentWords(daemons, absent) }
  const present = steps.filter(isThere)
  let proved = false
  for (const together of sideBySide(present)) {
    const probes = together.at(-1) === present.at(-1) ? options.probes : undefined
    const applied = await Promise.all(together.map((step) => applyStep(daemons, step, { ...options, probes })))
    for (const each of applied) {
      if (each.status !== 'done') return each
      proved = each.proved
    }
  }
  return { status: 'done', proved }
}

/** One that has ended leaves its socket behind, and whoever started it starts it again; one that never began is not asked for. */
async function absentWords(daemons: Daemons, absent: readonly DaemonName[]): Promise<string> {
  const known = await daemons.withSocket()
  const never = absent.filter((daemon) => byWish.includes(daemon) && !known.includes(daemon))
  const lines = never.map((daemon) => `${daemon}=yes`).join(', ')
  const hint = never.length === 0 ? '' : `\nhelp: ${lines} in /etc/frr/daemons, and a restart of FRR`
  return `not running: ${absent.join(', ')}${hint}`
}

/** The others run wherever FRR does. */
const byWish: readonly DaemonName[] = ['bgpd', 'bfdd']

/** What every daemon gets is nothing to the others. */
function sideBySide(steps: readonly Step[]): readonly (readonly Step[])[] {
  const runs: Step[][] = []
  for (const step of steps) {
    const last = runs.at(-1)
    const joins = last?.every((other) => isForAll(other) && other.daemon !== step.daemon) === true && isForAll(step)
    if (joins) last.push(step)
    else runs.push([step])
  }
  return runs
}

/** mgmtd takes static routes also while nobody is there to carry them out. */
function neededFor({ daemon, lines }: Step): readonly DaemonName[] {
  return daemon === 'mgmtd' && lines.some((line) => /^ip(?:v6)? route /.test(line)) ? [daemon, 'staticd'] : [daemon]
}

/** Lines that every daemon gets, and that nobody misses where none runs. */
function isForAll({ lines }: Step): boolean {
  return lines.every((line) => forAll.test(line))
}

const forAll =
  /^(?:no )?(?:(?:log|hostname|(?:enable )?password|service|exec-timeout|(?:ipv6 )?access-class) |login$)|^(?:line vty|exit)$/

async function applyStep(daemons: Daemons, step: Step, options: ApplyOptions): Promise<Applied> {
  const batch = !options.careful && gainsFromBatch(step)
  const probes = step.daemon === 'bgpd' ? options.probes : undefined
  const notTold = await untilReadyFor(step, daemons, options)
  if (notTold !== undefined) return { status: 'away', words: describeVtyError(notTold) }
  const { error, refusals, asked } = await tell(daemons, step, { batch, probes }, options)
  if (error !== undefined) return { status: 'away', words: describeVtyError(error) }
  const [refusal] = refusals
  if (refusal !== undefined) return { status: 'refused', refusal, exact: !batch }
  return { status: 'done', proved: probes !== undefined && asked !== undefined && allHold(probes, asked) }
}

/** Before the first line: nothing is half done while peers are told. */
async function untilReadyFor(
  { lines }: Step,
  daemons: Daemons,
  { sessions, release, applyWithin, signal }: ApplyOptions,
): Promise<VtyError | undefined> {
  if (!sessions.has('bgpd')) return undefined
  const waits = { inSession: sessions.get('bgpd'), within: applyWithin, signal }
  const bgpd = daemons.connection('bgpd')
  const notTold = isSince(release, 10, 3) || !takesRoutesAway(lines) ? undefined : await untilTold(bgpd, waits)
  return notTold ?? (splitsGroups(lines) ? await untilSent(bgpd, waits) : undefined)
}

function tell(
  daemons: Daemons,
  { daemon, lines }: Step,
  { batch, probes = [] }: { readonly batch: boolean; readonly probes: readonly Probe[] | undefined },
  { sessions, careful, applyWithin, answerWithin, release, signal }: ApplyOptions,
): Promise<Configured> {
  const manyRoutes = careful && daemon !== 'bgpd' && atLeast(20, lines, staticRoute)
  const say = manyRoutes ? configureHalves : batch && daemon === 'mgmtd' ? configureMgmtd : configure
  return say(daemons.connection(daemon), batch ? withFewerCommits(lines) : lines, {
    inSession: sessions.get(daemon),
    firstWithin: answerWithin,
    within: answerTime({ applyWithin, lines: batch || manyRoutes ? lines.length : 0, major: majorOf(release) }),
    signal,
    batch,
    // A starting daemon, or a person in vtysh, may have mgmtd's lock.
    lockWithin: 10_000,
    stopAtRefusal: careful,
    // The others got long pipelines from nobody yet.
    atOnce: daemon === 'bgpd',
    thenAsk: probes.map(({ command }) => command),
  })
}

/** FRR commits each of these lines by itself, at a price that grows with the configuration, unless they are a batch. */
const policy =
  /^\s*(?:no )?(?:(?:ip|ipv6) prefix-list|(?:ipv6 |mac )?access-list|route-map|match|set|on-match|call|description) /
const staticRoute = /^\s*(?:no )?(?:ip|ipv6) route /

/**
 * Two lines are committed at once faster than one after the other, and FRR does the same with both: that a route which went
 * beside them was not withdrawn came of the session's age (see `untilTold`). Static routes that take the place of others are
 * a batch wherever that is one commit: there is no instant without either.
 */
function gainsFromBatch({ lines }: Step): boolean {
  return atLeast(2, lines, policy) || atLeast(2, lines, staticRoute)
}

function atLeast(enough: number, lines: readonly string[], pattern: RegExp): boolean {
  let found = 0
  for (const line of lines) if (pattern.test(line) && ++found === enough) return true
  return false
}
