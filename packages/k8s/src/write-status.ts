import type { KubeClient } from './client.ts'
import type { ObjectKey } from './collection.ts'
import type { KubeResult } from './kube-error.ts'
import type { KubeObject } from './kube-object.ts'

/** Somebody else may write in between; more often than this in a row means two who undo each other. */
const tries = 5

export type WriteStatusOptions = {
  /** The object without status, created where it is missing; without it, a missing object stays `not-found`. */
  readonly otherwise?: object
  readonly signal?: AbortSignal
}

/**
 * Sets fields of an object's status by merge patch: what is left out stays, null removes. Creates the object where it is
 * missing; an API server drops the status of a new object, so that takes a second request.
 */
export async function writeStatus(
  kube: KubeClient,
  object: ObjectKey,
  status: object,
  { otherwise, signal }: WriteStatusOptions = {},
): Promise<KubeResult<KubeObject>> {
  for (let attempt = 1; ; attempt++) {
    const patched = await kube.patch(object, { status }, { subresource: 'status', signal })
    if (patched.ok || attempt === tries) return patched
    if (patched.error.reason === 'not-found' && otherwise !== undefined) {
      const created = await kube.create(object, otherwise, { signal })
      if (!created.ok && created.error.reason !== 'already-exists') return created
    } else if (patched.error.reason !== 'conflict') return patched
  }
}

/**
 * Reads an object, lets it be changed, writes it back; once more when somebody was faster. `change` answers with the
 * whole new object, or `undefined` when there is nothing to do.
 */
export async function update<T extends KubeObject>(
  kube: KubeClient,
  object: ObjectKey,
  change: (found: T) => T | undefined,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<KubeResult<T>> {
  for (let attempt = 1; ; attempt++) {
    const found = await kube.get<T>(object, { signal })
    if (!found.ok) return found
    const changed = change(found.value)
    if (changed === undefined) return found
    const written = await kube.replace<T>(object, changed, { signal })
    if (written.ok || written.error.reason !== 'conflict' || attempt === tries) return written
  }
}
