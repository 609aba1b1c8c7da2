import { compareText, type Document, objectName, type Problem, parseAddress, say } from '@frrkit/model'
import type { BfdProfileSpec } from '../kinds/bfd-profile.ts'
import type { BgpPeerSpec } from '../kinds/bgp-peer.ts'
import { duplicateSelectors } from './duplicates.ts'
import { evidenceIn, problemIn } from './problem.ts'
import { checkAddresses, checkAsns, checkIbgp, checkRouterId, set } from './session.ts'
import { checkTimers } from './timers.ts'

type Peer = Document<BgpPeerSpec>
type Profiles = readonly Document<BfdProfileSpec | undefined>[]

/** What is wrong with the peers of this node, each alone and all together. */
export function checkPeers(peers: readonly Peer[], profiles: Profiles): readonly Problem[] {
  return [
    ...peers.flatMap((peer) => [
      ...checkAsns(peer),
      ...checkIbgp(peer),
      ...checkAddresses(peer),
      ...checkTimers(peer),
      ...checkRouterId(peer),
      ...duplicateSelectors(peer, 'spec.nodeSelectors', peer.spec.nodeSelectors),
      ...checkBfdProfile(peer, profiles),
    ]),
    ...checkRouters(peers),
    ...checkTwice(peers),
  ]
}

function checkBfdProfile(peer: Peer, profiles: Profiles): readonly Problem[] {
  const name = set(peer.spec.bfdProfile)
  if (name === undefined || profiles.some(({ object }) => object.name === name)) return []
  const known = profiles.map(({ object }) => object.name).join(', ')
  const help =
    known === '' ? `create a BFDProfile ${say(name)}` : `create a BFDProfile ${say(name)}, or name one of: ${known}`
  const reason = 'there is no such BFDProfile'
  return [problemIn(peer, 'spec.bfdProfile', { code: 'metallb/unknown-bfd-profile', reason, says: say(name), help })]
}

/** A VRF has one BGP instance: one AS number, one router id. */
function checkRouters(peers: readonly Peer[]): readonly Problem[] {
  return [...byVrf(peers)].flatMap(([vrf, members]) => [
    ...disagreement(members, vrf, 'myASN', 'metallb/asn', ({ spec }) => `${spec.myASN}`),
    ...disagreement(members, vrf, 'routerID', 'metallb/router-id', ({ spec }) => set(spec.routerID)),
  ])
}

function byVrf(peers: readonly Peer[]): ReadonlyMap<string, readonly Peer[]> {
  return Map.groupBy(peers, ({ spec }) => spec.vrf ?? '')
}

function disagreement(
  peers: readonly Peer[],
  vrf: string,
  field: 'myASN' | 'routerID',
  code: 'metallb/asn' | 'metallb/router-id',
  said: (peer: Peer) => string | undefined,
): readonly Problem[] {
  const saying = peers.filter((peer) => said(peer) !== undefined)
  if (new Set(saying.map(said)).size < 2) return []
  const evidence = saying.map((peer) => evidenceIn(peer, `spec.${field}`, said(peer) ?? ''))
  const where = vrf === '' ? 'the default VRF' : `VRF ${say(vrf)}`
  const reason = `the peers of this node in ${where} ask for different values`
  const help = `set ${field} to the same value in all of them, or let nodeSelectors keep them apart`
  return [{ code, severity: 'error', subject: where, field, reason, evidence, help }]
}

/** Two peers at one place would be one neighbor of FRR. */
function checkTwice(peers: readonly Peer[]): readonly Problem[] {
  const byPlace = Map.groupBy(peers, (peer) => placeOf(peer) ?? objectName(peer.object))
  return [...byPlace.values()]
    .filter((twins) => twins.length > 1)
    .map((twins) => {
      const [first] = twins
      if (first === undefined) throw new Error('BUG: a group without members')
      const field = set(first.spec.interface) === undefined ? 'peerAddress' : 'interface'
      const evidence = twins.map((peer) => evidenceIn(peer, `spec.${field}`, say(peer.spec[field])))
      const reason = 'several BGPPeers of this node are one neighbor'
      const help = 'remove all but one of them, or let nodeSelectors keep them apart'
      const subject = `neighbor ${evidence[0]?.says}`
      return { code: 'metallb/duplicate-peer', severity: 'error', subject, field, reason, evidence, help } as const
    })
    .toSorted((a, b) => compareText(a.subject, b.subject))
}

/** Where the neighbor is, in canonical text; undefined where the peer does not say. */
export function placeOf({ spec }: Peer): string | undefined {
  const address = parseAddress(spec.peerAddress ?? '')?.text
  const name = set(spec.interface)
  const place = name === undefined ? address && `address ${address}` : `interface ${name}`
  return place && `${place} in ${spec.vrf ?? ''}`
}
