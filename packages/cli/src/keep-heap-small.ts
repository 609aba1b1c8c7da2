import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Milliseconds; by then everything is loaded, listed and compiled once. */
const firstCollection = 10_000
const laterCollections = 600_000

/**
 * The daemon runs on every node for months, and computes for seconds: V8's defaults give it half as much memory again as it
 * needs. So the space for young objects does not grow from 1 MB to 16 MB (this flag is read whenever it would; the one for
 * its size only before the process has begun), and what loading and computing left behind is collected, and handed
 * back, though nothing is short. The second takes 50 ms; FRR does not wait for us.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--expose-gc')
  const collect: (options: object) => void = runInNewContext('gc')
  const all = () => collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
  setTimeout(() => {
    all()
    setInterval(all, laterCollections).unref()
  }, firstCollection).unref()
}
