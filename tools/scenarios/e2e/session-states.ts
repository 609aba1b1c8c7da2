import { becomes } from '../src/look.ts'
import { families, namespace, type PeerName } from '../src/places.ts'
import type { World } from '../src/world.ts'

/** What a BGPSessionState says of BGP, and of BFD. */
export type Said = readonly ['up' | 'down', 'Up' | 'Down' | 'N/A']

/** One object for each session of these nodes, which says so; `except` names peers of which another thing is said. */
export function everySession(
  { network, peerNames }: World,
  nodes: readonly string[],
  said: Said,
  except: Partial<Readonly<Record<PeerName, Said>>> = {},
): readonly string[] {
  return nodes.flatMap((node) =>
    peerNames.flatMap((name) =>
      families.map((family) => {
        const [bgp, bfd] = except[name] ?? said
        return line(node, network.vrf ?? '', dashed(network.peers[name][family]), bgp, bfd)
      }),
    ),
  )
}

/** The BGPSessionStates become exactly these, and stay so. */
export async function sessionStates({ server }: World, wanted: readonly string[]): Promise<void> {
  const look = async () =>
    server
      .list('BGPSessionState', { namespace })
      .map(({ status }) => {
        const { node, vrf, peer, bgpStatus, bfdStatus } = Object(status)
        return line(node, vrf, peer, bgpStatus === 'Established' ? 'up' : 'down', bfdStatus)
      })
      .toSorted()
  await becomes('the BGPSessionStates', look, wanted.toSorted())
}

function line(node: string, vrf: string, peer: string, bgp: string, bfd: string): string {
  return `${node} ${vrf === '' ? '' : `${vrf} `}${peer} ${bgp} ${bfd}`
}

/** As BGPSessionStates and their labels have an IPv6 address. */
function dashed(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail = ''] = address.split('::')
  const [before, after] = [head.split(':'), tail === '' ? [] : tail.split(':')]
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0')
  return [...before, ...zeros, ...after].map((group) => group.padStart(4, '0')).join('-')
}
