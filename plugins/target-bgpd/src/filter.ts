import type { Neighbor, Origin, Prefix } from '@frrkit/model'
import { type AdvertiseView, advertiseView } from './advertise.ts'
import { namesOf } from './names.ts'
import { type ReceiveView, receiveView } from './receive.ts'

/** What one neighbor may be told, and what it may tell us: prefix-lists and two route-maps. */
export const filterTemplate = `\
{{> origins}}
{{#advertise}}
{{> advertise}}
{{/advertise}}
{{#receive}}
{{> receive}}
{{/receive}}
`

export type FilterView = {
  readonly origins: readonly Origin[]
  readonly advertise: AdvertiseView
  readonly receive: ReceiveView
}

export function filterView(vrf: string, neighbor: Neighbor, alwaysBlock: readonly Prefix[]): FilterView {
  const names = namesOf(vrf, neighbor)
  return {
    origins: neighbor.origins,
    advertise: advertiseView(names, neighbor),
    receive: receiveView(names, neighbor.receive, alwaysBlock),
  }
}
