import type { World } from './world.ts'
import { writeList, writeRouteMap } from './write-policy.ts'
import { writeRouter } from './write-router.ts'

/** The frr.conf of a world: only what FRR takes, in the order in which it does. */
export function writeWorld(world: World): string {
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

function uniqueVnis(vnis: Readonly<Record<string, number>>): readonly (readonly [string, number])[] {
  const entries = Object.entries(vnis)
  return entries.filter(([, vni], i) => entries.findIndex(([, other]) => other === vni) === i)
}
