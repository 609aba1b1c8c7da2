import type { Router, World } from './world.ts'
import { writeList, writeRouteMap } from './write-policy.ts'
import { writeRouter } from './write-router.ts'

/** The frr.conf of a world: only what FRR takes, in the order in which it does. */
export function writeWorld(given: World): string {
  const world = { ...given, routers: withOneDefault(given.routers) }
  const {
    log,
    debugs,
    resolveViaDefault,
    delay,
    protocol,
    lists,
    communityLists,
    asPathLists,
    routeMaps,
    profiles,
    statics,
    vnis,
    routers,
  } = world
  const openedFirst = Object.entries(routers).filter(([vrf]) => vrf !== 'default')
  return [
    ...(log === undefined ? [] : [`log stdout ${log}`]),
    ...debugs,
    ...(resolveViaDefault ? ['ip nht resolve-via-default', 'ipv6 nht resolve-via-default'] : []),
    ...(delay === undefined ? [] : [`bgp route-map delay-timer ${delay}`]),
    ...Object.entries({ ...lists, ...communityLists, ...asPathLists }).flatMap(([name, list]) => writeList(name, list)),
    ...Object.entries(routeMaps).flatMap(([name, map]) => writeRouteMap(name, map)),
    ...statics,
    ...uniqueVnis(vnis).flatMap(([vrf, vni]) => [`vrf ${vrf}`, ` vni ${vni}`, 'exit-vrf']),
    ...(protocol !== undefined && protocol in routeMaps ? [`ip protocol bgp route-map ${protocol}`] : []),
    ...openedFirst.map(([vrf, { asn }]) => `router bgp ${asn} vrf ${vrf}`),
    ...Object.entries(routers).flatMap(([vrf, router]) => writeRouter(vrf, router, world)),
    ...(Object.keys(profiles).length > 0 ? ['bfd'] : []),
    ...Object.entries(profiles).flatMap(([name, lines]) => [
      ` profile ${name}`,
      ...lines.map((line) => `  ${line}`),
      ' exit',
    ]),
    '',
  ].join('\n')
}

/**
 * bgpd does not survive everything that happens to the default instance while there are VRFs, whoever tells it: after
 * another AS, 10.3 crashes in `network`, and 8.4 once in some hundred times anywhere. So it stays while there are any.
 */
function withOneDefault(routers: World['routers']): World['routers'] {
  const { default: main, ...others } = routers
  if (Object.keys(others).length === 0 && !hasAggregates(main)) return routers
  return { default: { ...(main ?? emptyRouter), asn: 64512 }, ...others }
}

/** 10.3 does not show them, once in some hundred times, in a default instance that just had another AS and the same ones. */
function hasAggregates(router: Router | undefined): boolean {
  return Object.values(router?.families ?? {}).some(({ lines }) =>
    lines.some((line) => line.startsWith('aggregate-address ')),
  )
}

const emptyRouter: Router = { asn: 64512, settings: [], groups: {}, sessions: {}, families: {}, evpn: undefined }

function uniqueVnis(vnis: Readonly<Record<string, number>>): readonly (readonly [string, number])[] {
  const entries = Object.entries(vnis)
  return entries.filter(([, vni], i) => entries.findIndex(([, other]) => other === vni) === i)
}
