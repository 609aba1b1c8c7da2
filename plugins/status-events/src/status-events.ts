import { describeKubeError, done, type KubeClient, type Log, reconcileLoop } from '@frrkit/k8s'
import { objectName } from '@frrkit/model'
import { defineStatusReporter, type OptionNames, type StatusReporter } from '@frrkit/plugin'
import { type EventKinds, knownKinds } from './event-kinds.ts'
import { sendEvent } from './send-event.ts'
import { nothingTold, type Told, transitions } from './transitions.ts'
import type { Verdict } from './verdicts.ts'

export type StatusEventsOptions = {
  readonly kube: KubeClient
  readonly log?: Log
  /** Kinds besides the known ones. */
  readonly kinds?: EventKinds
  /** Milliseconds between two events at least. */
  readonly interval?: number
}

export const optionNames: OptionNames<StatusEventsOptions> = { kinds: true, interval: true, kube: false, log: false }

/** Tells each object, by an Event, when something else became of it on this node than before. */
export function statusEvents({ kube, log, kinds = {}, interval = 100 }: StatusEventsOptions): StatusReporter {
  let told: Told = nothingTold
  let node = ''
  let wake: (() => void) | undefined
  /** Not sent yet, by object: whoever changes its mind meanwhile is told the last word only. */
  const waiting = new Map<string, Verdict>()

  return defineStatusReporter({
    name: 'status-events',
    async report(report) {
      const { news, ...next } = transitions(told, report, Date.now())
      told = next.told
      node = report.hostname
      for (const verdict of news.filter(({ object }) => object.created !== undefined)) {
        waiting.set(objectName(verdict.object), verdict)
      }
      wake?.()
    },
    async run(signal) {
      const loop = reconcileLoop({
        async reconcile() {
          const next = mostUrgent(waiting)
          if (next === undefined) return done
          const sent = await sendEvent(next, { kube, node, kinds: { ...knownKinds, ...kinds }, signal })
          const name = objectName(next.object)
          if (sent.ok && waiting.get(name) === next) waiting.delete(name)
          if (waiting.size > 0) wake?.()
          return sent
        },
        interval,
        troubled(error) {
          if (error === undefined) log?.info({ node }, 'events can be written again')
          else log?.warn({ node }, `events wait: ${describeKubeError(error)}`)
        },
        signal,
      })
      wake = loop.request
      wake()
      await loop.ended
    },
  })
}

/** What somebody has to do something about goes first. */
function mostUrgent(waiting: ReadonlyMap<string, Verdict>): Verdict | undefined {
  const verdicts = [...waiting.values()]
  return verdicts.find(({ reason }) => reason !== 'Accepted') ?? verdicts[0]
}
