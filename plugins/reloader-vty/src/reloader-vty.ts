import { redactFrrText } from '@frrkit/model'
import { defineReloader, type Outcome, type Reloader } from '@frrkit/plugin'
import { openDaemons } from './frr/daemons.ts'
import { frrAt } from './frr/frr.ts'
import { createReading } from './frr/merge-running.ts'
import { readRunning } from './frr/read-running.ts'
import { type ReloaderVtyOptions, settingsOf } from './options.ts'
import { reload } from './reload/reload.ts'
import { initialState, type State } from './state/state.ts'
import { createTurns } from './turns.ts'

/** Applies a frr.conf by the difference alone, over the sockets of FRR's daemons. */
export function reloaderVty(options: ReloaderVtyOptions = {}): Reloader {
  const settings = settingsOf(options)
  const daemons = openDaemons({ ...settings, onLost: () => {} })
  const reading = createReading()
  const takeTurn = createTurns()
  let state: State = initialState

  return defineReloader({
    name: 'reloader-vty',
    reload: (text, signal) =>
      takeTurn(async (): Promise<Outcome> => {
        try {
          const reloaded = await reload(frrAt(daemons, reading, settings, signal), text, state, settings, signal)
          state = reloaded.state
          return reloaded.outcome
        } catch (error) {
          // Nobody knows how far it came; an abort is the usual reason.
          state = { ...state, suspect: 'a reload was broken off' }
          throw error
        }
      }),
    running: async (signal) => {
      const answer = await readRunning(daemons, signal)
      if (!answer.ok) throw new Error(answer.words)
      return redactFrrText([...answer.shown.texts.values()].join('\n'))
    },
  })
}
