import { type FrrModel, failed, ok, type Result } from '@frrkit/model'
import { defineRenderTarget, type OptionNames, type RenderTarget } from '@frrkit/plugin'
import { addressFamilyTemplate } from './address-family.ts'
import { advertiseTemplate } from './advertise.ts'
import { setCommunityTemplate } from './community.ts'
import { evpnTemplate, routeTargetsTemplate } from './evpn.ts'
import { type FilterView, filterTemplate, filterView } from './filter.ts'
import { type InstanceView, instanceTemplate, instanceViews } from './instance.ts'
import { setLocalPrefTemplate } from './local-pref.ts'
import { neighborTemplate } from './neighbor.ts'
import { importTemplate, networkTemplate } from './network.ts'
import { ipv4PrefixListTemplate, ipv6PrefixListTemplate } from './prefix-list.ts'
import { problemsOf } from './problems.ts'
import { propertyTemplate } from './property.ts'
import { filtersTemplate, receiveTemplate } from './receive.ts'
import { type RouterView, routerTemplate, routerView } from './router.ts'

export const optionNames: OptionNames<object> = {}

/** Renders the filters of every neighbor, then a `router bgp` block for each router. */
export function targetBgpd(): RenderTarget {
  return defineRenderTarget({
    name: 'target-bgpd',
    place: 'body',
    template: bgpdTemplate,
    partials: {
      filter: filterTemplate,
      advertise: advertiseTemplate,
      property: propertyTemplate,
      'set-local-pref': setLocalPrefTemplate,
      'set-community': setCommunityTemplate,
      receive: receiveTemplate,
      filters: filtersTemplate,
      'ipv4-prefix-list': ipv4PrefixListTemplate,
      'ipv6-prefix-list': ipv6PrefixListTemplate,
      instance: instanceTemplate,
      router: routerTemplate,
      import: importTemplate,
      neighbor: neighborTemplate,
      'address-family': addressFamilyTemplate,
      network: networkTemplate,
      evpn: evpnTemplate,
      'route-targets': routeTargetsTemplate,
    },
    view: bgpdView,
  })
}

const bgpdTemplate = `\
{{#neighbors}}
{{> filter}}
{{/neighbors}}
{{#instances}}
{{> instance}}
{{/instances}}
{{#routers}}
{{> router}}
{{/routers}}
`

type BgpdView = {
  readonly neighbors: readonly FilterView[]
  readonly instances: readonly InstanceView[]
  readonly routers: readonly RouterView[]
}

function bgpdView(model: FrrModel): Result<BgpdView> {
  const problems = problemsOf(model)
  if (problems.length > 0) return failed(...problems)
  const { routers, alwaysBlock } = model
  return ok({
    neighbors: routers.flatMap(({ vrf, neighbors }) =>
      neighbors.map((neighbor) => filterView(vrf, neighbor, alwaysBlock)),
    ),
    instances: instanceViews(routers),
    routers: routers.map(routerView),
  })
}
