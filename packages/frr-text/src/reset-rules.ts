import type { ContextKind } from './contexts.ts'
import type { Releases } from './release.ts'

/**
 * A line whose coming or going ends sessions; they are built up again at once unless the two sides no longer agree. Each
 * row was watched on a session between two FRR of 8.4.4 and of 10.3. What is not here did not touch the session: timers,
 * policy, prefixes, descriptions, limits, BFD profiles (but for one that BFD then fails with: echo-mode, once, on 10.3).
 */
export type ResetRule = Releases & {
  readonly in: ContextKind
  /** The first group is the neighbor. */
  readonly line: RegExp
  /** Absent: both. */
  readonly on?: 'added' | 'removed'
  /** Whose sessions: the neighbor's (when absent), all of the router, or all iBGP sessions of it. */
  readonly of?: 'neighbor' | 'instance' | 'ibgp'
  readonly because: string
}

export const resetRules: readonly ResetRule[] = [
  { in: 'router-bgp', line: /^bgp router-id /, of: 'instance', because: 'the router id changes' },
  { in: 'router-bgp', line: /^bgp confederation identifier /, of: 'instance', because: 'the confederation changes' },
  { in: 'router-bgp', line: /^bgp shutdown\b/, of: 'instance', because: 'the router is shut down or started' },
  { in: 'router-bgp', line: /^(?:no )?bgp reject-as-sets$/, of: 'instance', because: 'reject-as-sets changes' },
  {
    in: 'router-bgp',
    line: /^bgp suppress-fib-pending$/,
    of: 'instance',
    since: 10,
    because: 'suppress-fib-pending changes',
  },
  { in: 'router-bgp', line: /^bgp cluster-id /, of: 'ibgp', because: 'the cluster id changes' },

  { in: 'router-bgp', line: /^neighbor (\S+) (?:interface (?:v6only )?)?remote-as /, because: 'remote-as changes' },
  { in: 'router-bgp', line: /^neighbor (\S+) local-as /, because: 'local-as changes' },
  { in: 'router-bgp', line: /^neighbor (\S+) local-role /, before: 10, because: 'local-role changes' },
  { in: 'router-bgp', line: /^neighbor (\S+) password /, because: 'the password changes' },
  { in: 'router-bgp', line: /^neighbor (\S+) ebgp-multihop\b/, because: 'ebgp-multihop changes' },
  { in: 'router-bgp', line: /^neighbor (\S+) ttl-security /, because: 'ttl-security changes' },
  {
    in: 'router-bgp',
    line: /^neighbor (\S+) (?:disable-connected-check|enforce-multihop)$/,
    because: 'disable-connected-check changes',
  },
  { in: 'router-bgp', line: /^neighbor (\S+) update-source /, because: 'update-source changes' },
  // Back to port 179 leaves the session as it is.
  { in: 'router-bgp', line: /^neighbor (\S+) port /, on: 'added', because: 'the port changes' },
  { in: 'router-bgp', line: /^neighbor (\S+) passive$/, because: 'passive changes' },
  { in: 'router-bgp', line: /^neighbor (\S+) shutdown\b(?! rtt)/, because: 'shutdown changes' },
  { in: 'router-bgp', line: /^neighbor (\S+) peer-group /, because: 'the peer-group changes' },
  {
    in: 'router-bgp',
    line: /^(?:no )?neighbor (\S+) (?:capability extended-nexthop|extended-optional-parameters)$/,
    because: 'its capabilities change',
  },
  {
    in: 'router-bgp',
    line: /^(?:no )?neighbor (\S+) capability dynamic$/,
    before: 10,
    because: 'its capabilities change',
  },
  // The peer sees BFD go down before it hears that BFD is gone.
  { in: 'router-bgp', line: /^neighbor (\S+) bfd$/, on: 'removed', because: 'bfd is removed' },
  // 8.4.4 says that the session has to be reset for it; 10.3 does that itself.
  { in: 'router-bgp', line: /^bgp graceful-restart$/, of: 'instance', since: 10, because: 'graceful-restart changes' },
  {
    in: 'router-bgp',
    line: /^neighbor (\S+) graceful-restart(?:-disable)?$/,
    since: 10,
    because: 'graceful-restart changes',
  },

  {
    in: 'address-family',
    line: /^(?:no )?neighbor (\S+) activate$/,
    because: 'an address family is activated or deactivated',
  },
  { in: 'evpn', line: /^(?:no )?neighbor (\S+) activate$/, because: 'an address family is activated or deactivated' },
  {
    in: 'address-family',
    line: /^neighbor (\S+) (?:addpath-tx-\S+|disable-addpath-rx|capability orf .+)$/,
    because: 'its capabilities change',
  },
  ...(['address-family', 'evpn'] as const).map((kind) => ({
    in: kind,
    line: /^neighbor (\S+) (?:route-server-client|route-reflector-client)$/,
    because: 'what the neighbor is to us changes',
  })),
  { in: 'address-family', line: /^neighbor (\S+) accept-own$/, because: 'accept-own changes' },
]
