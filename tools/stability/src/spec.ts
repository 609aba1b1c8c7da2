import type { BfdProfileSpec, FrrConfigurationSpec, NeighborSpec, RouterSpec } from '@frrkit/api'
import { compile } from '@frrkit/daemon/compile'
import type { NodeFacts } from '@frrkit/model'
import { targetBfdd } from '@frrkit/target-bfdd'
import { targetBgpd } from '@frrkit/target-bgpd'
import { targetRaw } from '@frrkit/target-raw'
import { targetZebra } from '@frrkit/target-zebra'

type Mutable<T> = T extends readonly (infer Each)[]
  ? Mutable<Each>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Mutable<T[Key]> }
    : T

export type Neighbor = Mutable<NeighborSpec>
export type Router = Mutable<RouterSpec>
export type BfdProfile = Mutable<BfdProfileSpec>

/** What one object and the node say; a change writes into a copy of it. */
export type Wanted = {
  routers: Router[]
  bfdProfiles: BfdProfile[]
  raw: string
  alwaysBlock: string[]
  logLevel: NodeFacts['logLevel']
}

const targets = [targetZebra(), targetBfdd(), targetBgpd(), targetRaw()]

/** The frr.conf that our own pipeline makes of it. */
export function textOf({ routers, bfdProfiles, raw, alwaysBlock, logLevel }: Wanted): string {
  const spec: FrrConfigurationSpec = {
    bgp: { routers: structuredClone(routers), bfdProfiles: structuredClone(bfdProfiles) },
    ...(raw !== '' && { raw: { rawConfig: raw } }),
  }
  const gathered = {
    objects: [
      {
        object: { kind: 'FRRConfiguration', namespace: 'frr-system', name: 'stability' },
        apiVersion: 'frrk8s.metallb.io/v1beta1',
        unknownFields: 'prune' as const,
        body: { spec },
      },
    ],
    secrets: [],
    facts: { hostname: 'n', labels: {}, alwaysBlock, logLevel, hasIpv4: true },
    problems: [],
    complete: true,
  }
  const compiled = compile(gathered, { targets, kinds: [] })
  if (!compiled.ok) throw new Error(`BUG: the object is refused: ${JSON.stringify(compiled.problems)}`)
  return compiled.value.frrConf
}

export function neighborOf({ routers }: Wanted, name: string): Neighbor {
  const found = routers.flatMap((router) => router.neighbors ?? []).find((each) => nameOf(each) === name)
  if (found === undefined) throw new Error(`BUG: there is no neighbor ${name}`)
  return found
}

export function nameOf({ address, interface: port }: Neighbor): string {
  return address ?? port ?? ''
}
