import { createValidator } from '@frrkit/api'
import { type Document, failed, issueProblem, ok, type Result, type SourceObject } from '@frrkit/model'
import { type DocumentKind, defineDocumentKind } from '@frrkit/plugin'
import { mergeRoutes } from './merge-routes.ts'
import { apiVersion, kind, type StaticRouteSpec, staticRouteSchema } from './schema.ts'

/** The key of `model.slots` where the target finds the routes. */
export const slot = 'static-routes'

/** Objects of our own CRD, read by the schema that the CRD has, too. */
export function staticRouteKind(): DocumentKind {
  return defineDocumentKind({ name: 'kind-static-route', apiVersion, kind, slot, parse, merge: mergeRoutes })
}

const validate = createValidator<{ readonly spec: StaticRouteSpec }>(staticRouteSchema)

function parse(source: SourceObject): Result<Document<StaticRouteSpec>> {
  const { object, origins, body } = source
  const rest = origins === undefined ? {} : { origins }
  const valid = validate(body, source)
  if (!valid.ok) return failed(...valid.issues.map((issue) => issueProblem({ object, spec: {}, ...rest }, issue)))
  return ok({ object, spec: valid.value.spec, ...rest })
}
