import type { FrrConfigurationSpec } from '@frrkit/api'
import { type Document, frrText, originOf, type RawSnippet } from '@frrkit/model'

export function lowerRaw(document: Document<FrrConfigurationSpec>): readonly RawSnippet[] {
  const { rawConfig = '', priority = 0 } = document.spec.raw ?? {}
  return rawConfig === ''
    ? []
    : [{ priority, text: frrText(rawConfig), origin: originOf(document, 'spec.raw.rawConfig') }]
}
