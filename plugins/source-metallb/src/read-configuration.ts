import type { Document, Problem, SecretDocument, SourceObject } from '@frrkit/model'
import { type Advertisement, readAdvertisement } from './advertise/advertisement.ts'
import { readAliases } from './advertise/communities.ts'
import { checkBfdEcho } from './check/bfd-echo.ts'
import { checkExtras, checkL2Advertisement, checkNode } from './check/others.ts'
import { passwordOf } from './check/password.ts'
import { checkPeers } from './check/peers.ts'
import { checkSelectors, isSelected } from './check/selectors.ts'
import { type BfdProfileSpec, bfdProfile } from './kinds/bfd-profile.ts'
import { bgpAdvertisement } from './kinds/bgp-advertisement.ts'
import { type BgpPeerSpec, bgpPeer, bgpPeerV1beta1 } from './kinds/bgp-peer.ts'
import { community } from './kinds/community.ts'
import { ipAddressPool } from './kinds/ip-address-pool.ts'
import { l2Advertisement } from './kinds/l2-advertisement.ts'
import type { MetallbKind } from './kinds/metallb-kind.ts'
import type { Node } from './kinds/node.ts'
import type { Settings } from './options.ts'
import { checkOverlaps, readPool } from './pools/pool.ts'
import { type AdvertisedPool, advertisePools, checkPoolAdvertisements } from './pools/pool-advertisements.ts'
import { type Session, sessionOf } from './sessions.ts'
import { record, texts } from './untyped.ts'

/** What MetalLB's objects, the services apart, mean for one node. */
export type Configuration = {
  readonly node: Node
  readonly sessions: readonly Session[]
  readonly pools: readonly AdvertisedPool[]
  readonly bfdProfiles: readonly Document<BfdProfileSpec | undefined>[]
  /** With an error among them the rest counts for nothing. */
  readonly problems: readonly Problem[]
}

export function readConfiguration(
  objects: readonly SourceObject[],
  node: Node,
  secrets: readonly SecretDocument[],
  settings: Settings,
): Configuration {
  const problems: Problem[] = [...checkNode(node)]
  const found = <T>({ problems: some, ...rest }: T & { readonly problems: readonly Problem[] }) => {
    problems.push(...some)
    return rest
  }
  const read = <Spec>(...kinds: readonly MetallbKind<Spec>[]): readonly Document<Spec>[] =>
    objects.flatMap((object) => {
      const kind = kinds.find(({ apiVersion, kind: name }) => is(object, apiVersion, name))
      return kind === undefined ? [] : (found(kind.read(object)).document ?? [])
    })
  const here = <Spec extends { readonly nodeSelectors?: BgpPeerSpec['nodeSelectors'] } | undefined>(
    documents: readonly Document<Spec>[],
  ) =>
    documents.filter((document) => {
      problems.push(...checkSelectors(document, 'spec.nodeSelectors', document.spec?.nodeSelectors))
      return isSelected(document.spec?.nodeSelectors, node.labels)
    })

  const bfdProfiles = read(bfdProfile)
  const peers = here(read(bgpPeer, bgpPeerV1beta1))
  problems.push(...checkPeers(peers, bfdProfiles))
  const { aliases } = found(readAliases(read(community)))
  const advertisements = here(read(bgpAdvertisement)).map(
    (document): Advertisement => found(readAdvertisement(document, aliases)).advertisement,
  )
  const labels = new Map(objects.map(({ object, body }) => [object, texts(record(record(body).metadata).labels)]))
  const ranges = read(ipAddressPool).map(
    (document) => found(readPool(document, labels.get(document.object) ?? {})).pool,
  )
  const pools = advertisePools(ranges, advertisements)
  problems.push(...checkOverlaps(ranges), ...checkPoolAdvertisements(pools), ...checkBfdEcho(pools, peers, bfdProfiles))
  problems.push(
    ...read(l2Advertisement).flatMap(checkL2Advertisement),
    ...objects.filter((object) => is(object, 'v1', 'ConfigMap')).flatMap(checkExtras),
  )
  const sessions = peers.flatMap((peer): readonly Session[] => {
    const password = passwordOf(peer, secrets, settings)
    if (password.ok) return [sessionOf(peer, password.value)]
    problems.push(...password.problems)
    return []
  })
  return { node, sessions, pools, bfdProfiles, problems }
}

function is({ apiVersion, object }: SourceObject, version: string, kind: string): boolean {
  return apiVersion === version && object.kind === kind
}
