import type { FrrConfigurationSpec } from '@frrkit/api'
import { type Document, objectName, type Problem, selectorFaults } from '@frrkit/model'
import { type Place, problemAt } from '../place.ts'

/** A node selector that means nothing is a mistake on every node: nobody can say that it was not meant for this one. */
export function checkNodeSelector(document: Document<FrrConfigurationSpec>): readonly Problem[] {
  const place: Place = { document, subject: objectName(document.object), path: 'spec' }
  return selectorFaults(document.spec.nodeSelector).map(({ field, ...words }) =>
    problemAt(place, `nodeSelector.${field}`, { code: 'merge/node-selector', ...words }),
  )
}
