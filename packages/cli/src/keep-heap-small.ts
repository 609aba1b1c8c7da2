import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { lookOftenFirst } from './look-often-first.ts'

/** A second of which the process was busy for a smaller share is a quiet one: nothing changes just now. */
const quiet = 0.01
/** So many seconds that are not quiet are waited for. */
const patience = 60

/**
 * The daemon runs on every node for months, and computes for seconds: V8's defaults give it half as much memory again as it
 * needs, and after a burst four times as much. So the space for young objects does not grow from 1 MB to 16 MB (this flag is
 * read whenever it would; the one for its size only before the process has begun); old ones are collected whenever there
 * are half as many again, mostly beside our own work: with 5,000 services that MetalLB announces, 400 MB become 210. And what
 * loading and bursts left behind is collected, and handed back, though nothing is short. That takes 0.1 s, with a thousand
 * objects of a hundred prefixes 0.7 s, and where others have the cores ten times as long: a change that comes meanwhile waits,
 * so it is done in a quiet second.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--heap-growing-percent=50')
  setFlagsFromString('--expose-gc')
  const collect: (options: object) => void = runInNewContext('gc')
  lookOftenFirst(
    {
      resident: () => process.memoryUsage.rss(),
      collect: () => collect({ type: 'major', execution: 'sync', flavor: 'last-resort' }),
    },
    (ms, look) => setTimeout(() => inQuietSecond(look), ms).unref(),
  )
}

function inQuietSecond(run: () => void, seconds = patience): void {
  const before = performance.eventLoopUtilization()
  setTimeout(() => {
    const { utilization } = performance.eventLoopUtilization(before)
    if (utilization < quiet || seconds === 0) run()
    else inQuietSecond(run, seconds - 1)
  }, 1_000).unref()
}
