import type { FrrConfigurationSpec } from '@frrkit/api'
import { type Document, type Origin, originOf, parseAddress, parsePrefix } from '@frrkit/model'

/** What one object says about one neighbor, as far as explanations need it. */
export type NeighborStatement = {
  readonly vrf: string
  readonly name: string
  readonly origin: Origin
  /** Prefixes that it allows to the neighbor, each with the field that does. */
  readonly allows: ReadonlyMap<string, Origin>
}

/** What one object says about the router of one VRF. */
export type RouterStatement = {
  readonly vrf: string
  readonly prefixes: ReadonlyMap<string, Origin>
  readonly neighbors: readonly NeighborStatement[]
}

/** Reads an object by itself, also one that nobody merges: to say what it would do if it spoke here. */
export function statementsOf(document: Document<FrrConfigurationSpec>): readonly RouterStatement[] {
  return (document.spec.bgp?.routers ?? []).map((router, i) => {
    const path = `spec.bgp.routers[${i}]`
    const vrf = router.vrf === 'default' ? '' : (router.vrf ?? '')
    const prefixes = listed(router.prefixes, originOf(document, `${path}.prefixes`))
    const neighbors = (router.neighbors ?? []).map((neighbor, n): NeighborStatement => {
      const at = `${path}.neighbors[${n}]`
      const { mode, prefixes: allowed } = neighbor.toAdvertise?.allowed ?? {}
      const address = parseAddress(neighbor.address ?? '')?.text
      const all = mode === 'all' ? [...prefixes.keys()] : []
      const modeOrigin = originOf(document, `${at}.toAdvertise.allowed.mode`)
      return {
        vrf,
        name: neighbor.interface || address || '',
        origin: originOf(document, at),
        allows: new Map([
          ...listed(allowed, originOf(document, `${at}.toAdvertise.allowed.prefixes`)),
          ...all.map((text) => [text, modeOrigin] as const),
        ]),
      }
    })
    return { vrf, prefixes, neighbors }
  })
}

function listed(texts: readonly string[] | undefined, origin: Origin): ReadonlyMap<string, Origin> {
  return new Map((texts ?? []).flatMap((text) => (parsePrefix(text) ? [[parsePrefix(text)?.text ?? '', origin]] : [])))
}
