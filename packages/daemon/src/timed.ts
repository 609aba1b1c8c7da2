import type { Reloader } from '@frrkit/plugin'
import type { Clock } from '@frrkit/reload'

/** The same reloader, whose outcomes say how long they took, and who did it. */
export function timed(reloader: Reloader, clock: Clock): Reloader {
  return {
    ...reloader,
    async reload(frrConf, signal) {
      const began = clock.now()
      const outcome = await reloader.reload(frrConf, signal)
      return { by: reloader.name, ...outcome, took: clock.now() - began }
    },
  }
}
