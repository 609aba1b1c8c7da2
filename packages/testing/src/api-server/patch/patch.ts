import { applyPatch, type Operation } from 'rfc6902'
import { isFields, type KubeObject } from '../kube-object.ts'
import { failure, Refusal, refuse } from '../refusal.ts'
import type { Resource } from '../resource.ts'
import { shapeOf } from '../schema/shape-of.ts'
import { mergePatch } from './merge-patch.ts'
import { strategicMergePatch } from './strategic-merge-patch.ts'

export const applyType = 'application/apply-patch+yaml'

/** The object with a patch of the given media type laid over it. */
export function patched(resource: Resource, type: string, object: KubeObject, patch: unknown): unknown {
  switch (type) {
    case 'application/merge-patch+json':
      return mergePatch(object, patch)
    case 'application/json-patch+json':
      return jsonPatch(object, patch)
    case 'application/strategic-merge-patch+json':
      // Custom resources have no such patch: nothing in a schema says how it would merge.
      if (resource.schema === undefined) return strategicMergePatch(shapeOf(resource), object, patch)
  }
  const strategic = resource.schema === undefined ? ['application/strategic-merge-patch+json'] : []
  const types = ['application/json-patch+json', 'application/merge-patch+json', ...strategic, applyType]
  refuse(415, `the body of the request was in an unknown format - accepted media types include: ${types.join(', ')}`)
}

function jsonPatch(object: KubeObject, patch: unknown): unknown {
  if (!Array.isArray(patch) || !patch.every(isFields)) refuse(400, 'error decoding patch: not a list of operations')
  const target = structuredClone(object)
  const failed = applyPatch(target, patch as unknown as Operation[]).some((result) => result !== null)
  if (failed) {
    const message = 'the server rejected our request due to an error in our request'
    throw new Refusal({ ...failure(422, message), details: {} })
  }
  return target
}
