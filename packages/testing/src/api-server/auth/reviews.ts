import type { Call } from '../call.ts'
import { at, type Fields, isFields, type KubeObject, textOf } from '../kube-object.ts'
import { readObject } from '../read-object.ts'
import type { Resource } from '../resource.ts'
import type { Access, User } from './authority.ts'

const authorization = { group: 'authorization.k8s.io', version: 'v1', namespaced: false, verbs: ['create'] } as const

/** Questions in the form of objects that nobody stores. */
export const reviews: readonly Resource[] = [
  { ...authorization, group: 'authentication.k8s.io', kind: 'TokenReview', plural: 'tokenreviews' },
  { ...authorization, group: 'authentication.k8s.io', kind: 'SelfSubjectReview', plural: 'selfsubjectreviews' },
  { ...authorization, kind: 'SubjectAccessReview', plural: 'subjectaccessreviews' },
  { ...authorization, kind: 'SelfSubjectAccessReview', plural: 'selfsubjectaccessreviews' },
]

/** The review with its answer, or undefined if the resource is none. */
export function answerReview(call: Call): KubeObject | undefined {
  const { resource, authority, user } = call
  if (!reviews.includes(resource)) return undefined
  const review = readObject(call)
  const spec = isFields(review.spec) ? review.spec : {}
  const answered = (status: Fields): KubeObject => ({ ...review, metadata: {}, status })
  const access = (who: User): KubeObject => answered({ allowed: authority.allows(who, accessOf(spec)) })
  switch (resource.kind) {
    case 'TokenReview': {
      const known = authority.userOf(textOf(spec.token ?? ''))
      if (known === undefined) return answered({ user: {}, error: 'invalid bearer token' })
      return answered({
        authenticated: true,
        user: known,
        ...(spec.audiences !== undefined && { audiences: spec.audiences }),
      })
    }
    case 'SelfSubjectReview':
      return answered({ userInfo: user })
    case 'SubjectAccessReview':
      return access({ username: textOf(spec.user ?? ''), groups: (spec.groups ?? []) as readonly string[] })
    default:
      return access(user)
  }
}

function accessOf(spec: Fields): Access {
  const { resourceAttributes, nonResourceAttributes } = spec
  if (isFields(nonResourceAttributes)) {
    return { verb: textOf(nonResourceAttributes.verb), path: textOf(nonResourceAttributes.path) }
  }
  const text = (field: string): string => textOf(at(resourceAttributes, [field]) ?? '')
  const given = (field: 'namespace' | 'name' | 'subresource'): object =>
    text(field) === '' ? {} : { [field]: text(field) }
  return {
    verb: text('verb'),
    group: text('group'),
    version: text('version'),
    resource: text('resource'),
    ...given('namespace'),
    ...given('name'),
    ...given('subresource'),
  }
}
