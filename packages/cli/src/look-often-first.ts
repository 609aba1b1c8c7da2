/** Milliseconds; by then everything is loaded, listed and compiled once. */
const firstLook = 10_000
const longestPause = 120_000
/** By so much the process has to have grown since the last collection to be worth another one. */
const growth = 1.1

/**
 * Collects after ten seconds, and again where the process has grown since: looks come at first one after the other, for a long list
 * that FRR takes a minute for leaves as much behind as loading did, and later every two minutes.
 */
export function lookOftenFirst(
  { resident, collect }: { readonly resident: () => number; readonly collect: () => void },
  after: (ms: number, look: () => void) => void,
): void {
  let kept = 0
  const look = (pause: number) => {
    if (resident() >= kept * growth) {
      collect()
      kept = resident()
    }
    after(pause, () => look(Math.min(pause * 2, longestPause)))
  }
  after(firstLook, () => look(firstLook))
}
