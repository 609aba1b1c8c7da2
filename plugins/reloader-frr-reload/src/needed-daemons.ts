import { hasIdleProfiles } from './idle-profiles.ts'

/** What a top-level line needs: vtysh drops it without a word when that daemon is away. */
const owners: readonly (readonly [RegExp, daemon: string])[] = [
  [/^router bgp\b/m, 'bgpd'],
  [/^bfd\b/m, 'bfdd'],
  [/^ip(v6)? route\b/m, 'staticd'],
  [/^router ospf\b/m, 'ospfd'],
  [/^router ospf6\b/m, 'ospf6d'],
  [/^router isis\b/m, 'isisd'],
  [/^router rip\b/m, 'ripd'],
  [/^router ripng\b/m, 'ripngd'],
  [/^router eigrp\b/m, 'eigrpd'],
  [/^router babel\b/m, 'babeld'],
  [/^router openfabric\b/m, 'fabricd'],
  [/^mpls ldp\b/m, 'ldpd'],
  [/^pbr-map\b/m, 'pbrd'],
]

/** The daemons that have to run for a frr.conf to be taken as a whole; zebra always. */
export function neededDaemons(frrConf: string): readonly string[] {
  const needed = owners.flatMap(([line, daemon]) => (line.test(frrConf) ? [daemon] : []))
  return ['zebra', ...needed.filter((daemon) => daemon !== 'bfdd' || !hasIdleProfiles(frrConf))]
}
