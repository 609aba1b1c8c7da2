import { isDeepStrictEqual } from 'node:util'
import { group } from '@frrkit/api'
import { judge, type Scope } from './judge.ts'
import type { ReadView } from './read-view.ts'
import { allowed, denied, type ReviewAnswer, type ReviewRequest } from './review.ts'
import { sourceObject } from './source-object.ts'

export type Admit = (request: ReviewRequest, signal: AbortSignal) => Promise<ReviewAnswer>

/** Answers an API server that asks whether an FRRConfiguration may be written. */
export function createAdmit(readView: ReadView, scope: Scope): Admit {
  return async ({ operation, kind, namespace, object, oldObject }, signal) => {
    if (operation !== 'CREATE' && operation !== 'UPDATE') return allowed()
    if (kind.group !== group || kind.kind !== 'FRRConfiguration')
      return denied(400, `nothing here knows about ${kind.kind} of ${kind.group}`)
    if (object === undefined) return denied(400, 'the request holds no object')
    // Finalizers and labels must be writable whatever is wrong with the object, or nobody could get rid of it.
    if (oldObject !== undefined && isDeepStrictEqual(object.spec, oldObject.spec)) return allowed()
    const viewed = await readView(signal)
    if (!viewed.ok) return denied(403, viewed.says)
    const write = {
      object: sourceObject(object, namespace),
      ...(oldObject !== undefined && { before: sourceObject(oldObject, namespace) }),
    }
    const { denial, warnings } = judge(write, viewed.view, scope)
    return denial === undefined ? allowed(warnings) : denied(403, denial, warnings)
  }
}
