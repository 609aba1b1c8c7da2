import { isDeepStrictEqual } from 'node:util'
import {
  describeKubeError,
  done,
  type KubeClient,
  type KubeResult,
  type Log,
  type Pod,
  reconcileLoop,
} from '@frrkit/k8s'
import { formatProblem, type Problem, parseFrrConfiguration, type SourceObject } from '@frrkit/model'
import type { Settings } from '../options.ts'
import { createTranslate } from '../translate.ts'
import type { Announced } from './announced.ts'
import { follow } from './follow.ts'
import { createOwnership, fieldManager, ownLabels } from './ownership.ts'
import { keepStatuses } from './status.ts'
import { keepWritten, nameFor, type Written, writtenCollection } from './written.ts'

export type PublishOptions = {
  readonly kube: KubeClient
  readonly settings: Settings
  readonly nodeName: string
  readonly pod: Pod | undefined
  readonly log: Log
  readonly announced: Announced
  readonly signal: AbortSignal
}

/** Keeps the FRRConfiguration `metallb-<node>` as MetalLB's objects say, until the signal aborts. */
export async function publish({
  kube,
  settings,
  nodeName,
  pod,
  log,
  announced,
  signal,
}: PublishOptions): Promise<void> {
  const { frrk8sNamespace: namespace, metallbNamespace } = settings
  const translate = createTranslate(settings)
  const say = sayProblems(log)
  const ownership = createOwnership()
  const { fieldSelector: _, ...collection } = writtenCollection(namespace, nodeName)
  const object = { ...collection, name: nameFor(nodeName) }
  /** Our last write, as long as the watch has not told of it: which version it replaced. */
  let wrote: { readonly document: SourceObject | undefined; readonly over: string | undefined } | undefined

  const loop = reconcileLoop({
    reconcile,
    troubled(error) {
      if (error === undefined) log.info({}, `${object.name} can be written again`)
      else log.warn({}, `${object.name} is out of date: ${describeKubeError(error)}`)
    },
    signal,
  })
  const following = follow({ kube, settings, nodeName, namespace, log, changed: loop.request, signal })
  const statuses = keepStatuses({ kube, nodeName, metallbNamespace, pod, log }, announced, signal)

  async function reconcile(): Promise<KubeResult<unknown>> {
    const found = following.found()
    // What is not known is not gone: nothing is published, and nothing withdrawn.
    if (found === undefined) return done
    const translation = translate({ ...found, node: nodeName })
    const { written } = found
    const [document] = translation.documents
    const problem = ownership.problem(written)
    const problems = problem === undefined ? translation.problems : [problem, ...translation.problems]
    say(problems)
    announced.translated({ ...translation, problems })
    announced.speakerRuns(problem !== undefined)
    const settled = problems.some(isError) ? undefined : await settle(document, written)
    if (settled?.ok) announced.accept()
    statuses.look()
    return settled ?? done
  }

  async function settle(
    document: SourceObject | undefined,
    written: Written | undefined,
  ): Promise<KubeResult<unknown>> {
    const over = written?.resourceVersion
    if (wrote !== undefined && wrote.document === document && wrote.over === over) return done
    if (written === undefined ? document === undefined : document !== undefined && says(written, document)) return done
    const answer = await write(document, written !== undefined)
    if (!answer.ok) return answer
    wrote = { document, over }
    ownership.wrote(document === undefined ? undefined : keepWritten(answer.value), written)
    return done
  }

  async function write(document: SourceObject | undefined, exists: boolean) {
    if (document === undefined) {
      const deleted = await kube.delete(object, { signal })
      return deleted.ok || deleted.error.reason === 'not-found' ? gone : deleted
    }
    const { apiVersion, kind, spec } = document.body as { apiVersion: string; kind: string; spec: object }
    if (!exists) {
      const metadata = { name: object.name, namespace, labels: ownLabels }
      return kube.patch(object, { apiVersion, kind, metadata, spec }, { type: 'apply', fieldManager, signal })
    }
    // The whole of it: what others have added to it goes as well.
    return kube.patch(object, [{ op: 'add', path: '/spec', value: spec }], { type: 'json', fieldManager, signal })
  }

  await Promise.all([following.end(), loop.ended, statuses.ended])
}

/** Whether an object in the cluster, with the defaults of its CRD, says what a document says. */
function says({ spec }: Written, document: SourceObject): boolean {
  const { object, apiVersion, body } = document
  const there = parseFrrConfiguration({
    object,
    apiVersion,
    body: { ...(body as object), spec },
    unknownFields: 'prune',
  })
  const wanted = parseFrrConfiguration({ object, apiVersion, body, unknownFields: 'prune' })
  return there.ok && wanted.ok && isDeepStrictEqual(there.value.document.spec, wanted.value.document.spec)
}

/** Each problem once, as long as it lasts. */
function sayProblems(log: Log): (problems: readonly Problem[]) => void {
  let told: ReadonlySet<string> = new Set()
  return (problems) => {
    const texts = new Map(problems.map((problem) => [formatProblem(problem), problem]))
    for (const [text, { code }] of texts) if (!told.has(text)) log.warn({ code }, text)
    const over = told.size > 0 && texts.size === 0
    told = new Set(texts.keys())
    if (over) log.info({}, "MetalLB's objects are translated without problems again")
  }
}

const isError = ({ severity }: Problem) => severity === 'error'
const gone = { ok: true, value: { metadata: { name: '' } } } as const
