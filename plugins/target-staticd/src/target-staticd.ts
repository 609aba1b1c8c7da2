import { ok } from '@frrkit/model'
import { defineRenderTarget, type OptionNames, type Plugin } from '@frrkit/plugin'
import { routeTemplate, routeViews } from './route.ts'
import type { StaticRoute } from './static-route.ts'
import { slot, staticRouteKind } from './static-route-kind.ts'

export const optionNames: OptionNames<object> = {}

/** Static routes from objects of a kind of its own: the kind, which any source may have, and the part of frr.conf. */
export function targetStaticd(): readonly Plugin[] {
  return [
    staticRouteKind(),
    defineRenderTarget({
      name: 'target-staticd',
      place: 'body',
      template: staticdTemplate,
      partials: { route: routeTemplate },
      view: ({ slots }) => ok(staticdView((slots[slot] ?? []) as readonly StaticRoute[])),
    }),
  ]
}

const staticdTemplate = `\
{{#routes}}
{{> route}}
{{/routes}}
{{#vrfs}}
vrf {{name}}
{{#routes}}
  {{> route}}
{{/routes}}
exit-vrf
{{/vrfs}}
`

function staticdView(routes: readonly StaticRoute[]): object {
  const { '': inDefault = [], ...inVrfs } = Object.groupBy(routes, ({ vrf }) => vrf)
  return {
    routes: inDefault.flatMap(routeViews),
    vrfs: Object.entries(inVrfs).map(([name, own = []]) => ({ name, routes: own.flatMap(routeViews) })),
  }
}
