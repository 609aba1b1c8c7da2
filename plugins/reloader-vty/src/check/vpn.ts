import type { Context, FrrText } from '@frrkit/frr-text'
import type { CheckedLine } from './check.ts'

/** bgpd shares routes between VRFs either by `import vrf`, whose targets it makes itself, or by a VPN. */
export function checkVpn({ contexts }: FrrText): readonly CheckedLine[] {
  const families = contexts.filter(({ kind }) => kind === 'address-family')
  const makesOwn = new Set(families.flatMap(importing))
  return families.flatMap(({ path, lines }) => {
    const imports = lines.some((line) => line.startsWith('import vrf '))
    const isImported = makesOwn.has(placeOf(vrfOf(path[0]), path[1]))
    return lines
      .filter((line) => (imports && ofVpn.test(line)) || (isImported && whatIsShared.test(line)))
      .map((line) => ({ path, line, why: 'import vrf does that by itself, and FRR takes one of the two' }))
  })
}

const whatIsShared = /^(?:rd|rt|label|nexthop|route-map) vpn /
const ofVpn = /^(?:(?:rd|rt|label|nexthop|route-map) vpn |(?:import|export) vpn$)/

/** The families that a family imports from. */
function importing({ path, lines }: Context): readonly string[] {
  return lines.flatMap((line) => {
    const [, vrf] = /^import vrf (?!route-map )(\S+)$/.exec(line) ?? []
    return vrf === undefined ? [] : [placeOf(vrf, path[1])]
  })
}

function placeOf(vrf: string, family = ''): string {
  return `${vrf} ${family}`
}

function vrfOf(opener = ''): string {
  return / vrf (\S+)$/.exec(opener)?.[1] ?? 'default'
}
