import { redactFrrText } from '@frrkit/model'
import { defineReloader, type Outcome, type Reloader } from '@frrkit/plugin'
import { notSaved, persist } from '@frrkit/vty/conf-file'
import { apply } from './apply.ts'
import { type Harmless, nothingHarmless } from './difference.ts'
import { type Frr, frrAt } from './frr.ts'
import { placesOf, type ReloaderFrrReloadOptions } from './places.ts'
import { createWording } from './words.ts'
import { withWorkDir } from './work-dir.ts'

export type { ReloaderFrrReloadOptions }

/** Applies a frr.conf with FRR's own frr-reload.py, and keeps the accepted text for the next start of FRR. */
export function reloaderFrrReload(options: ReloaderFrrReloadOptions = {}): Reloader {
  const places = placesOf(options)
  const harmless = nothingHarmless()
  return defineReloader({
    name: 'reloader-frr-reload',
    reload: (frrConf, signal) =>
      withWorkDir(places, async () => {
        const outcome = await outcomeOf(frrAt(places, signal), frrConf, harmless)
        // Never before FRR has taken it: what is in the file is what FRR comes up with.
        return outcome.status === 'accepted' ? saved(outcome, await persist(places.confFile, frrConf)) : outcome
      }),
    running: async (signal) => {
      const { frrConf } = await frrAt(places, signal).running()
      return redactFrrText(frrConf)
    },
  })
}

function saved(outcome: Extract<Outcome, { status: 'accepted' }>, unsaved: string | undefined): Outcome {
  return unsaved === undefined ? outcome : { ...outcome, warnings: [...(outcome.warnings ?? []), notSaved(unsaved)] }
}

async function outcomeOf(frr: Frr, frrConf: string, harmless: Harmless): Promise<Outcome> {
  try {
    return await apply(frr, frrConf, harmless)
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'FrrAway') throw error
    return { status: 'unreachable', words: createWording(frrConf)(error.message) }
  }
}
