import type { Advertise } from '@frrkit/model'
import { localPrefListName } from './names.ts'
import { byFamily, type Property } from './property.ts'

export const setLocalPrefTemplate = `\
{{#localPref}}
  set local-preference {{value}}
{{/localPref}}
`

export function localPrefProperties(id: string, { localPrefs }: Advertise): readonly Property[] {
  return localPrefs.flatMap(({ localPref, prefixes }) =>
    byFamily(prefixes, (family) => localPrefListName(id, localPref, family), { localPref }),
  )
}
