import type { FrrConfigurationSpec, NeighborSpec } from '@frrkit/api'
import { type Document, parseAddress } from '@frrkit/model'

type Configuration = Document<FrrConfigurationSpec>

/** What whoever writes an object should know though nothing is wrong with it, in the words of frr-k8s. */
export function writeWarnings(written: Configuration, before: Configuration | undefined): readonly string[] {
  const neighbors = neighborsOf(written)
  const stored = new Map((before === undefined ? [] : neighborsOf(before)).map(({ key, spec }) => [key, spec]))
  const restarts = ({ key, spec }: PlacedNeighbor) => {
    const earlier = stored.get(key)
    return earlier !== undefined && isOn(earlier) !== isOn(spec)
  }
  return [
    ...(neighbors.some(({ spec }) => spec.disableMP === true)
      ? ['disableMP is deprecated, is ignored and will be removed in a future release']
      : []),
    ...(neighbors.some(restarts)
      ? ['Graceful restart configuration changed, it will be available on the next restart']
      : []),
  ]
}

type PlacedNeighbor = { readonly key: string; readonly spec: NeighborSpec }

/** By VRF, AS, and address or interface: a session with another AS is a new one, which restarts anyway. */
function neighborsOf({ spec }: Configuration): readonly PlacedNeighbor[] {
  return (spec.bgp?.routers ?? []).flatMap(({ vrf = '', neighbors = [] }) =>
    neighbors.map((neighbor) => {
      const { asn, dynamicASN, address = '', interface: name = '' } = neighbor
      const peer = name === '' ? (parseAddress(address)?.text ?? address) : name
      return { key: [vrf, asn ?? dynamicASN, peer].join('\0'), spec: neighbor }
    }),
  )
}

function isOn({ enableGracefulRestart = false }: NeighborSpec): boolean {
  return enableGracefulRestart
}
