import { onePerSlot } from './one-per-slot.ts'
import type { Evpn, Router, World } from './world.ts'
import { writeFamily, writeSession } from './write-session.ts'

const routerSlot =
  /^(?:no )?((?:bgp )?(?:router-id|timers bgp|default local-preference|max-med \S+|confederation identifier|suppress-duplicates|fast-external-failover|maximum-paths(?: ibgp)?|distance|redistribute \S+|aggregate-address \S+|bestpath (?:bandwidth|med|as-path multipath-relax)|rt vpn|listen limit|coalesce-time|update-delay|advertise ipv4|network \S+))/

export function writeRouter(vrf: string, router: Router, { routers }: World): readonly string[] {
  const { asn, settings, groups, sessions, families, evpn } = router
  const suffix = vrf === 'default' ? '' : ` vrf ${vrf}`
  const named = [...Object.entries(groups), ...Object.entries(sessions)]
  const imports = Object.values(routers).some((each) =>
    Object.values(each.families).some((one) => one.imports.length > 0),
  )
  const familyNames = ['ipv4 unicast', 'ipv6 unicast']
  return [
    `router bgp ${asn}${suffix}`,
    // bgpd of 10.3 may die when this changes while there are prefixes; frrkit always writes it.
    ' no bgp network import-check',
    ...onePerSlot(routerSlot, settings).map((line) => ` ${line}`),
    ...named.flatMap(([name, session]) => writeSession(name, session, router)),
    ...familyNames.flatMap((name) => [
      ` address-family ${name}`,
      // Importing makes the other instance, with our AS.
      ...(families[name]?.imports ?? [])
        .filter((from) => from !== vrf && routers[from] !== undefined)
        .map((from) => `  import vrf ${from}`),
      ...onePerSlot(routerSlot, families[name]?.lines ?? [])
        .filter((line) => !(line.includes('vpn') && imports))
        .filter((line) => !(line.startsWith('redistribute ospf ') && name !== 'ipv4 unicast'))
        .map((line) => `  ${line}`),
      ...named.flatMap(([neighbor, session]) => writeFamily(neighbor, session, name, router)),
      ...onePerSlot(/^(\S+)/, families[name]?.networks ?? []).map((network) => `  network ${network}`),
      ' exit-address-family',
    ]),
    ...(evpn === undefined
      ? []
      : writeEvpn(
          vrf,
          evpn,
          named.flatMap(([neighbor, session]) => writeFamily(neighbor, session, 'l2vpn evpn', router)),
        )),
    'exit',
  ]
}

/** What only the instance says that advertises all VNIs. */
const ofAll = /^(?:advertise-svi-ip|advertise-default-gw|flooding|autort)/

function writeEvpn(vrf: string, { all, lines, vnis }: Evpn, neighbors: readonly string[]): readonly string[] {
  const own = onePerSlot(routerSlot, lines).filter((line) =>
    vrf === 'default' ? all && ofAll.test(line) : !ofAll.test(line),
  )
  return [
    ' address-family l2vpn evpn',
    ...neighbors,
    ...(vrf === 'default' && all ? ['  advertise-all-vni'] : []),
    ...own.map((line) => `  ${line}`),
    ...(vrf === 'default' && all
      ? Object.entries(vnis).flatMap(([vni, inside]) => [
          `  vni ${vni}`,
          ...inside.map((line) => `   ${line}`),
          '  exit-vni',
        ])
      : []),
    ' exit-address-family',
  ]
}
