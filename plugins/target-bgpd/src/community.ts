import type { Neighbor } from '@frrkit/model'
import { communityListName } from './names.ts'
import { byFamily, type Property } from './property.ts'

export const setCommunityTemplate = `\
{{#community}}
  set community {{.}} additive
{{/community}}
{{#largeCommunity}}
  set large-community {{.}} additive
{{/largeCommunity}}
`

export function communityProperties(id: string, { advertise, families }: Neighbor): readonly Property[] {
  return advertise.communities.flatMap(({ community, prefixes }) => {
    const { kind, text } = community
    const value = kind === 'large' ? { largeCommunity: text } : { community: text }
    return byFamily(families, prefixes, (family) => ({ list: communityListName(id, community, family), ...value }))
  })
}
