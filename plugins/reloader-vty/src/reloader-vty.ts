import { redactFrrText } from '@frrkit/model'
import { defineReloader, type Outcome, type Reloader } from '@frrkit/plugin'
import type { VtyError } from '@frrkit/vty'
import { readingTime } from './apply/answer-time.ts'
import { openDaemons } from './frr/daemons.ts'
import { frrAt } from './frr/frr.ts'
import { createReading } from './frr/merge-running.ts'
import { oneText } from './frr/one-text.ts'
import { readRunning } from './frr/read-running.ts'
import { type ReloaderVtyOptions, settingsOf } from './options.ts'
import { rehearse } from './reload/rehearse.ts'
import { reload } from './reload/reload.ts'
import { initialState, type State } from './state/state.ts'
import { createTurns } from './turns.ts'
import { createAlarm } from './watch/alarm.ts'
import { audit } from './watch/audit.ts'
import { auditFile } from './watch/audit-file.ts'
import { watch } from './watch/watch.ts'

/** Milliseconds after which an apply that was proved in part is proved as a whole, if nothing else comes. */
const auditSoon = 5_000

/** Applies a frr.conf by the difference alone, over the sockets of FRR's daemons. */
export function reloaderVty(options: ReloaderVtyOptions = {}): Reloader {
  const settings = settingsOf(options)
  const listeners = new Set<(error: VtyError) => void>()
  const daemons = openDaemons({
    ...settings,
    onLost: (error) => {
      for (const lost of listeners) lost(error)
    },
  })
  const reading = createReading()
  const takeTurn = createTurns()
  const alarm = createAlarm()
  let state: State = initialState

  /** One at a time, each with the state that the one before it left. */
  const inTurn = <T>(work: (before: State) => Promise<{ readonly state: State; readonly answer: T }>): Promise<T> =>
    takeTurn(async () => {
      try {
        const done = await work(state)
        state = done.state
        return done.answer
      } catch (error) {
        // Nobody knows how far it came; an abort is the usual reason.
        state = { ...state, suspect: 'a reload was broken off' }
        throw error
      }
    })
  const lookAround = async (before: State, signal: AbortSignal) => {
    const began = performance.now()
    const text = before.verified?.text ?? ''
    const audited = await audit(frrAt(daemons, reading, settings, { text, signal }), before, settings)
    const looked = audited.notice === undefined ? await auditFile(audited.state, settings) : audited
    return { state: looked.state, answer: { notice: looked.notice, took: performance.now() - began } }
  }

  return defineReloader({
    name: 'reloader-vty',
    reload: (text, signal) =>
      inTurn<Outcome>(async (before) => {
        const frr = frrAt(daemons, reading, settings, { text, signal })
        const { outcome, ...after } = await reload(frr, text, before, settings, signal)
        if (settings.auditEvery > 0 && after.state.position?.stale.size) alarm.within(auditSoon)
        return { ...after, answer: outcome }
      }),
    running: async (signal) => {
      const within = readingTime({ ...settings, text: state.verified?.text ?? '' })
      const answer = await readRunning(daemons, { signal, within })
      if (!answer.ok) throw new Error(answer.words)
      return redactFrrText(oneText(answer.shown.texts.values()))
    },
    async watch(noticed, signal) {
      void rehearse(signal)
      await watch(
        {
          daemons,
          alarm,
          auditEvery: settings.auditEvery,
          audit: (until) => inTurn((before) => lookAround(before, until)),
          onLost: (lost) => {
            listeners.add(lost)
            return () => listeners.delete(lost)
          },
          close: () => takeTurn(async () => daemons.close()),
        },
        noticed,
        signal,
      )
    },
  })
}
