import { asn, neighbors, nodeSeenBy, peerAsn } from '../places.ts'
import { type Neighbor, neighborOf } from '../spec.ts'
import { atPeer, type Change, onSubject } from './change.ts'

const onIbgp = (kind: string, set: (neighbor: Neighbor) => void): Change => ({
  kind,
  make: (wanted) => set(neighborOf(wanted, neighbors.ibgp)),
})
const node = nodeSeenBy[neighbors.subject] ?? ''
const { subject } = neighbors

/** Every field that is about the session itself, added, changed and removed. */
export const sessionChanges: readonly Change[] = [
  onSubject('holdTime and keepaliveTime added', (n) => Object.assign(n, { holdTime: '90s', keepaliveTime: '30s' })),
  onSubject('holdTime changed', (n) => (n.holdTime = '60s')),
  onSubject('keepaliveTime changed', (n) => (n.keepaliveTime = '20s')),
  onSubject('holdTime and keepaliveTime removed', (n) => {
    delete n.holdTime
    delete n.keepaliveTime
  }),
  onSubject('connectTime changed', (n) => (n.connectTime = '2s')),
  onSubject('connectTime removed', (n) => delete n.connectTime),
  onSubject('connectTime added', (n) => (n.connectTime = '1s')),
  onSubject('password added', (n) => (n.password = 'first'), { atPeer: atPeer(`neighbor ${node} password first`) }),
  onSubject('password changed', (n) => (n.password = 'second'), { atPeer: atPeer(`neighbor ${node} password second`) }),
  onSubject('password removed', (n) => delete n.password, { atPeer: atPeer(`no neighbor ${node} password`) }),
  onSubject('sourceaddress added', (n) => (n.sourceaddress = node)),
  onSubject('sourceaddress changed', (n) => (n.sourceaddress = 'eth0')),
  onSubject('sourceaddress removed', (n) => delete n.sourceaddress),
  onSubject('port added', (n) => (n.port = 1179)),
  onSubject('port changed', (n) => (n.port = 1180)),
  onSubject('port removed', (n) => delete n.port),
  onSubject('ebgpMultiHop added', (n) => (n.ebgpMultiHop = true)),
  onSubject('ebgpMultiHop removed', (n) => delete n.ebgpMultiHop),
  onSubject('localASN added', (n) => (n.localASN = 64_990)),
  onSubject('localASN changed', (n) => (n.localASN = 64_991)),
  onSubject('localASN removed', (n) => delete n.localASN),
  onSubject('asn changed', (n) => (n.asn = 65_099), { down: [subject] }),
  onSubject('asn changed back', (n) => (n.asn = peerAsn)),
  onSubject('asn replaced by dynamicASN', (n) => {
    delete n.asn
    n.dynamicASN = 'external'
  }),
  onSubject('dynamicASN replaced by asn', (n) => {
    delete n.dynamicASN
    n.asn = peerAsn
  }),
  onSubject('dualStackAddressFamily added', (n) => (n.dualStackAddressFamily = true)),
  onSubject('dualStackAddressFamily removed', (n) => delete n.dualStackAddressFamily),
  onSubject('enableGracefulRestart added', (n) => (n.enableGracefulRestart = true)),
  onSubject('enableGracefulRestart removed', (n) => delete n.enableGracefulRestart),
  onSubject('disableMP added', (n) => (n.disableMP = true)),
  onSubject('disableMP removed', (n) => delete n.disableMP),
  onIbgp('asn replaced by dynamicASN (iBGP)', (n) => {
    delete n.asn
    n.dynamicASN = 'internal'
  }),
  onIbgp('dynamicASN replaced by asn (iBGP)', (n) => {
    delete n.dynamicASN
    n.asn = asn
  }),
]
