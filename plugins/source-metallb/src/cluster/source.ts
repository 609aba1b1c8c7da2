import { type Log, lastAnswer } from '@frrkit/k8s'
import { type ConfigSource, defineConfigSource, type Snapshot } from '@frrkit/plugin'
import type { Announced } from './announced.ts'
import { type Following, type Found, follow } from './follow.ts'
import { type Place, readOnce } from './read-once.ts'
import { speakerProblem } from './speaker.ts'

/** Reads all that MetalLB's objects are about from a cluster, for the translator of the same daemon. */
export function clusterSource(
  place: Place & { readonly log: Log },
  announced: Pick<Announced, 'speakerRuns'>,
): ConfigSource {
  let following: Following | undefined
  const answers = lastAnswer<Found>()

  return defineConfigSource({
    name: 'source-metallb',
    async read(signal) {
      // The daemon reads and begins to watch in the same breath; then the lists of the watch are the ones to wait for.
      await Promise.resolve()
      const found = await (following === undefined ? readOnce(place, signal) : answers.read(following, signal))
      announced.speakerRuns(found.written !== undefined)
      return snapshotOf(found)
    },
    async watch(changed, signal) {
      if (signal.aborted) return
      const heard = () => {
        answers.wake()
        changed()
      }
      following = follow({ ...place, changed: heard, signal })
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
      await following.end()
      following = undefined
    },
  })
}

function snapshotOf({ objects, secrets, written }: Found): Snapshot {
  if (written === undefined) return { objects, secrets, problems: [] }
  const help = `stop MetalLB's speaker on this node, then delete the FRRConfiguration ${written.namespace}/${written.name}`
  return { objects: [], secrets: [], problems: [speakerProblem(written, help)], complete: false }
}
