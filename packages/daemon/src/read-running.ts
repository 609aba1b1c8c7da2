import type { Reloader, StatusReporter } from '@frrkit/plugin'
import { type Coalesced, coalesce } from './coalesce.ts'

/** Asks FRR what it runs whenever that may have changed, if a reporter wants to know and the reloader can tell. */
export function readRunning(
  { reloader, reporters }: { readonly reloader: Reloader; readonly reporters: readonly StatusReporter[] },
  read: (running: string) => void,
  signal: AbortSignal,
): Coalesced {
  const asked = reporters.some(({ readsRunning }) => readsRunning === true)
  return coalesce(async () => {
    if (!asked || signal.aborted) return
    try {
      const running = await reloader.running?.(signal)
      if (running !== undefined && !signal.aborted) read(running)
    } catch {
      // FRR is away: what it ran last stays in the reports, and that it is away is the outcome of the next reload.
    }
  })
}
