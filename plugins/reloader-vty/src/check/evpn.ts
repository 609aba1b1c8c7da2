import type { ContextKind, FrrText } from '@frrkit/frr-text'
import type { CheckedLine } from './check.ts'

/** What bgpd does for VNIs belongs to the one router that advertises them. */
export function checkEvpn({ contexts }: FrrText): readonly CheckedLine[] {
  const advertising = contexts.flatMap(({ kind, path, lines }) =>
    kind === 'evpn' && lines.includes('advertise-all-vni') ? [path] : [],
  )
  const [first, ...others] = advertising
  const routers = new Set(advertising.map((path) => path[0]))
  const twice = others.map((path) => ({ path, line: 'advertise-all-vni', why: `${first?.[0]} has it already` }))
  const idle = contexts
    .filter(({ kind, path }) => kind.startsWith('evpn') && !routers.has(path[0]))
    .flatMap(({ kind, path, lines }) =>
      lines
        .filter((line) => needsAll[kind]?.test(line) === true)
        .map((line) => ({ path, line, why: 'this router has no advertise-all-vni' })),
    )
  return [...twice, ...idle]
}

const needsAll: Partial<Readonly<Record<ContextKind, RegExp>>> = {
  evpn: /^advertise-(?:svi-ip|default-gw)$/,
  'evpn-vni': /^(?:rd|route-target) /,
}

/** A VNI stands for one VRF. */
export function checkVrfs({ contexts }: FrrText): readonly CheckedLine[] {
  const owners = new Map<string, string>()
  return contexts.flatMap(({ kind, path, lines }) => {
    const line = kind === 'vrf' ? lines.find((each) => each.startsWith('vni ')) : undefined
    const vni = line?.split(' ')[1] ?? ''
    const [vrf = ''] = path
    const owner = owners.get(vni)
    if (line === undefined) return []
    owners.set(vni, owner ?? vrf)
    return owner === undefined ? [] : [{ path, line, why: `${owner} has this VNI already` }]
  })
}
