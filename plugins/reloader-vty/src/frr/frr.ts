import { setTimeout as sleep } from 'node:timers/promises'
import type { Release } from '@frrkit/frr-text'
import type { DaemonName } from '@frrkit/vty'
import { readingTime } from '../apply/answer-time.ts'
import { type Applied, applySteps } from '../apply/apply-steps.ts'
import { forgetRefused } from '../apply/forget-refused.ts'
import type { Settings } from '../options.ts'
import type { Step } from '../plan/plan.ts'
import { askProbes } from '../verify/ask-probes.ts'
import type { Probe } from '../verify/probe.ts'
import { type Daemons, type Sessions, sameSessions } from './daemons.ts'
import type { createReading, RunningByDaemon } from './merge-running.ts'
import { oneText } from './one-text.ts'
import { type ReadRunning, readRunning, readSettled, type Shown } from './read-running.ts'

export type Read =
  | {
      readonly ok: true
      readonly byDaemon: RunningByDaemon
      readonly sessions: Sessions
      /** As the daemons said it: a configuration that FRR takes. Put together when it is asked for. */
      readonly text: () => string
    }
  | { readonly ok: false; readonly words: string }

/** One FRR: what can be asked of it and done to it, over the sockets of its daemons. */
export type Frr = {
  /** What all daemons run, or only some. */
  read(only?: ReadonlySet<DaemonName>): Promise<Read>
  /** The same, once it has stopped changing: after a restart, somebody may be loading frr.conf. */
  readSettled(): Promise<Read>
  apply(
    steps: readonly Step[],
    sessions: Sessions,
    how: { readonly careful: boolean; readonly release: Release; readonly probes?: readonly Probe[] | undefined },
  ): Promise<Applied>
  /** Whether bgpd answers all of them as expected. */
  prove(probes: readonly Probe[], sessions: Sessions): Promise<boolean>
  /** Whether the daemons are still those of then. */
  isStill(sessions: Sessions): boolean
}

/** Milliseconds between two looks that have to agree; vtysh sends a file faster than that. */
const settlePause = 100

/** `text`: of about the size of what runs, or shall run. */
export function frrAt(
  daemons: Daemons,
  reading: ReturnType<typeof createReading>,
  { applyWithin, answerWithin }: Settings,
  { text, signal }: { readonly text: string; readonly signal: AbortSignal },
): Frr {
  const patiently = { signal, within: readingTime({ answerWithin, text }) }
  const readTexts = (answer: ReadRunning): Read => (answer.ok ? { ok: true, ...readShown(answer.shown) } : answer)
  const readShown = ({ texts, sessions }: Shown) => ({
    byDaemon: reading(texts),
    sessions,
    text: () => oneText(texts.values()),
  })
  return {
    read: async (only) => readTexts(await readRunning(daemons, patiently, only)),
    readSettled: async () =>
      readTexts(await readSettled(daemons, patiently, () => sleep(settlePause, undefined, { signal }))),
    async apply(steps, sessions, how) {
      const applied = await applySteps(daemons, steps, { ...how, sessions, applyWithin, answerWithin, signal })
      if (applied.status === 'refused' && applied.refusal.daemon === 'mgmtd')
        await forgetRefused(daemons.connection('mgmtd'), signal)
      return applied
    },
    prove: (probes, sessions) =>
      askProbes(daemons.connection('bgpd'), probes, { inSession: sessions.get('bgpd'), signal }),
    isStill: (sessions) => sameSessions(sessions, daemons.sessions()),
  }
}
