import { done, type KubeClient, type KubeResult, recordEvent } from '@frrkit/k8s'
import type { EventKinds } from './event-kinds.ts'
import type { Verdict } from './verdicts.ts'

export type SendOptions = {
  readonly kube: KubeClient
  readonly node: string
  readonly kinds: EventKinds
  readonly signal: AbortSignal
}

/** Writes the verdict as an Event on its object; nothing for an object that is gone, or of a kind that is not known. */
export async function sendEvent(
  { object, reason, note }: Verdict,
  { kube, node, kinds, signal }: SendOptions,
): Promise<KubeResult<unknown>> {
  const place = kinds[object.kind]
  if (place === undefined) return done
  const { kind, name, namespace } = object
  const found = await kube.get({ ...place, name, ...(namespace !== '' && { namespace }) }, { signal })
  if (!found.ok) return found.error.reason === 'not-found' ? done : found
  const { uid } = found.value.metadata
  const regarding = {
    apiVersion: place.apiVersion,
    kind,
    name,
    ...(namespace !== '' && { namespace }),
    // Without it, `kubectl describe` would not find the event.
    ...(uid !== undefined && { uid }),
  }
  const type = reason === 'Accepted' ? 'Normal' : 'Warning'
  const sent = await recordEvent(
    kube,
    {
      regarding,
      type,
      reason,
      action: reason === 'Refused' ? 'Applying' : 'Converting',
      note,
      component: 'frrkit',
      host: node,
    },
    { signal },
  )
  // The namespace is being deleted, or the object: there is nobody left to tell.
  return !sent.ok && sent.error.reason === 'not-found' ? done : sent
}
