import type { Neighbor } from '@frrkit/model'
import { localPrefListName } from './names.ts'
import { byFamily, type Property } from './property.ts'

export const setLocalPrefTemplate = `\
{{#localPref}}
  set local-preference {{value}}
{{/localPref}}
`

export function localPrefProperties(id: string, { advertise, families }: Neighbor): readonly Property[] {
  return advertise.localPrefs.flatMap(({ localPref, prefixes }) =>
    byFamily(families, prefixes, (family) => ({ list: localPrefListName(id, localPref, family), localPref })),
  )
}
