import { answerReview } from './auth/reviews.ts'
import { answerTokenRequest } from './auth/token-request.ts'
import { type Answer, type Call, named } from './call.ts'
import { create } from './create.ts'
import { list } from './list.ts'
import { failure } from './refusal.ts'
import { remove, removeAll } from './remove.ts'
import { patch, replace } from './update.ts'

/** Answers a request for objects; watches, which never answer, go elsewhere. */
export async function answerObjects(call: Call): Promise<Answer> {
  const { info, resource } = call
  const token = answerTokenRequest(call)
  if (token !== undefined) return token
  const known = info.subresource === undefined || (info.subresource === 'status' && resource.status === true)
  if (!known || resource.namespaced !== (info.namespace !== undefined || allNamespaces(call))) {
    return { code: 404, body: failure(404, 'the server could not find the requested resource') }
  }
  if (resource.verbs?.includes(info.verb) === false) {
    return { code: 405, body: failure(405, 'the server does not allow this method on the requested resource') }
  }
  const review = answerReview(call)
  if (review !== undefined) return { code: 201, body: review }
  switch (info.verb) {
    case 'get':
      return { code: 200, body: named(call) }
    case 'list':
    case 'watch':
      return list(call)
    case 'create':
      return create(call)
    case 'update':
      return replace(call)
    case 'patch':
      return patch(call)
    case 'delete':
      return remove(call)
    case 'deletecollection':
      return removeAll(call)
  }
}

/** Lists and watches may be across namespaces. */
function allNamespaces({ info, resource }: Call): boolean {
  return resource.namespaced && info.namespace === undefined && (info.verb === 'list' || info.verb === 'watch')
}
