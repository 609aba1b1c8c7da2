import { type Document, type Problem, parseAddress, say } from '@frrkit/model'
import type { BgpPeerSpec } from '../kinds/bgp-peer.ts'
import { evidenceIn, problemIn } from './problem.ts'

type Peer = Document<BgpPeerSpec>

/** An empty text is as good as none. */
export function set(text: string | undefined): string | undefined {
  return text === '' ? undefined : text
}

export function checkAsns(peer: Peer): readonly Problem[] {
  const { myASN, peerASN = 0, dynamicASN } = peer.spec
  const problem = (field: string, says: string, reason: string, help: string, beside = false) =>
    problemIn(peer, `spec.${field}`, {
      code: 'metallb/asn',
      reason,
      says,
      help,
      beside: beside ? [evidenceIn(peer, 'spec.dynamicASN', say(dynamicASN))] : [],
    })
  const problems: Problem[] = []
  if (myASN === 0) problems.push(problem('myASN', '0', 'our own AS number is missing', 'set myASN'))
  if (set(dynamicASN) === undefined) {
    if (peerASN === 0) {
      problems.push(problem('peerASN', 'nothing', 'the AS number of the peer is missing', 'set peerASN or dynamicASN'))
    }
  } else if (peerASN !== 0) {
    problems.push(
      problem('peerASN', `${peerASN}`, 'peerASN and dynamicASN exclude each other', 'remove one of the two', true),
    )
  } else if (dynamicASN !== 'internal' && dynamicASN !== 'external') {
    problems.push(problem('dynamicASN', say(dynamicASN), 'there is no such word', 'write internal or external'))
  }
  return problems
}

/** What only a session between two AS can have. */
export function checkIbgp(peer: Peer): readonly Problem[] {
  const { myASN, peerASN, dynamicASN, ebgpMultiHop, localASN } = peer.spec
  if (dynamicASN !== 'internal' && myASN !== peerASN) return []
  const problem = (field: string, says: string) => {
    const reason = 'this is an iBGP session, both ends are of one AS'
    return problemIn(peer, `spec.${field}`, { code: 'metallb/ibgp', reason, says, help: `remove ${field}` })
  }
  return [
    ...(ebgpMultiHop === true ? [problem('ebgpMultiHop', 'true')] : []),
    ...(localASN === undefined ? [] : [problem('localASN', `${localASN}`)]),
  ]
}

export function checkAddresses(peer: Peer): readonly Problem[] {
  const { peerAddress, interface: name, sourceAddress } = peer.spec
  const problem = (field: string, says: string, reason: string, help: string) =>
    problemIn(peer, `spec.${field}`, { code: 'metallb/peer-address', reason, says, help })
  const [address, port] = [set(peerAddress), set(name)]
  const problems: Problem[] = []
  if (address === undefined && port === undefined) {
    problems.push(problem('peerAddress', 'nothing', 'nothing says where the peer is', 'set peerAddress or interface'))
  }
  if (address !== undefined && port !== undefined) {
    problems.push(
      problem('peerAddress', say(address), 'peerAddress and interface exclude each other', 'remove one of the two'),
    )
  } else if (address !== undefined && parseAddress(address) === undefined) {
    problems.push(problem('peerAddress', say(address), 'not an IP address', 'write it as 192.0.2.1 or 2001:db8::1'))
  }
  if (set(sourceAddress) !== undefined && parseAddress(sourceAddress ?? '') === undefined) {
    problems.push(
      problem('sourceAddress', say(sourceAddress), 'not an IP address', 'write it as 192.0.2.1 or 2001:db8::1'),
    )
  }
  return problems
}

export function checkRouterId(peer: Peer): readonly Problem[] {
  const { routerID } = peer.spec
  if (set(routerID) === undefined || isRouterId(routerID ?? '')) return []
  const help = 'write a dotted quad, such as 192.0.2.1'
  return [
    problemIn(peer, 'spec.routerID', {
      code: 'metallb/router-id',
      reason: 'not a router id',
      says: say(routerID),
      help,
    }),
  ]
}

/** A router id is 32 bits, written like an IPv4 address (RFC 6286). */
function isRouterId(text: string): boolean {
  return parseAddress(text)?.family === 'ipv4' && !text.includes(':')
}
