import type { Advertise } from '@frrkit/model'
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

export function communityProperties(id: string, { communities }: Advertise): readonly Property[] {
  return communities.flatMap(({ community, prefixes }) =>
    byFamily(
      prefixes,
      (family) => communityListName(id, community, family),
      community.kind === 'large' ? { largeCommunity: community.text } : { community: community.text },
    ),
  )
}
