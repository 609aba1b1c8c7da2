import * as fc from 'fast-check'
import { type AdvertisePlan, advertisePlans, writeAdvertise } from './advertise.ts'
import { type Catalogue, nth } from './catalogue.ts'
import type { Peer } from './peer.ts'
import { present } from './present.ts'
import { type ReceivePlan, receivePlans, writeReceive } from './receive.ts'
import type { RouterContext } from './router-context.ts'
import { spell } from './spelled.ts'
import { durationTexts } from './words.ts'

/** What one object says about one neighbor, in choices that the catalogue gives meaning. */
export type NeighborPlan = {
  readonly peer: number
  readonly spelling: number
  readonly addressFamilies: readonly string[] | undefined
  readonly enableGracefulRestart: boolean | undefined
  readonly disableMP: boolean | undefined
  readonly usesBfd: boolean
  /** Leaves out what FRR does anyway. */
  readonly terse: boolean
  /** In the object itself, or in a Secret; with a namespace that says nothing. */
  readonly passwordIn: 'object' | 'secret' | 'secret-and-namespace'
  readonly toAdvertise: AdvertisePlan | undefined
  readonly toReceive: ReceivePlan | undefined
}

export const neighborPlans: fc.Arbitrary<NeighborPlan> = fc.record({
  peer: fc.nat(3),
  spelling: fc.nat(4),
  addressFamilies: fc.constantFrom(
    undefined,
    [],
    ['unicast'],
    ['evpn'],
    ['unicast', 'evpn'],
    ['evpn', 'unicast'],
    ['unicast', 'unicast'],
  ),
  enableGracefulRestart: fc.constantFrom(undefined, false, true),
  disableMP: fc.constantFrom(undefined, undefined, undefined, false, true),
  usesBfd: fc.boolean(),
  terse: fc.boolean(),
  passwordIn: fc.constantFrom('object', 'secret', 'secret-and-namespace'),
  toAdvertise: fc.option(advertisePlans, { nil: undefined }),
  toReceive: fc.option(receivePlans, { nil: undefined }),
})

/** The name of the Secret with the password of the n-th peer. */
export function secretName(peer: number): string {
  return `password-${peer}`
}

/** Which BFD profile of the catalogue the neighbor uses, if any. */
export function profileOf({ profiles, peers }: Catalogue, plan: NeighborPlan): string | undefined {
  const { bfdProfile } = nth(peers, plan.peer)
  return plan.usesBfd && bfdProfile !== undefined ? nth(profiles, bfdProfile).name : undefined
}

export function writeNeighbor(context: RouterContext, plan: NeighborPlan): object {
  const { catalogue, asn } = context
  const peer = nth(catalogue.peers, plan.peer)
  const internal = peer.asn === 'same' || peer.asn === 'internal' || peer.asn === asn
  const bfdProfile = profileOf(catalogue, plan)
  return (plan.terse ? withoutDefaults : present)({
    ...writeIdentity(peer, plan.spelling),
    ...writeAsn(peer, asn),
    ...writeTimers(peer, plan.spelling),
    ...writePassword(peer, plan, plan.peer % catalogue.peers.length),
    port: peer.port,
    ebgpMultiHop: peer.ebgpMultiHop,
    sourceaddress: peer.sourceaddress && spell(peer.sourceaddress, plan.spelling),
    localASN: internal || peer.localASN === asn ? undefined : peer.localASN,
    dualStackAddressFamily: peer.dualStack,
    bfdProfile,
    addressFamilies: plan.addressFamilies,
    enableGracefulRestart: plan.enableGracefulRestart,
    disableMP: plan.disableMP,
    toAdvertise: plan.toAdvertise && writeAdvertise(context, peer, plan.toAdvertise),
    toReceive: plan.toReceive && writeReceive(catalogue, plan.toReceive),
  })
}

const defaults: Readonly<Record<string, unknown>> = {
  port: 179,
  ebgpMultiHop: false,
  dualStackAddressFamily: false,
  enableGracefulRestart: false,
  disableMP: false,
}

/** FRR's own timers are 180 s and 60 s; both are left out, or neither. */
function withoutDefaults(fields: Readonly<Record<string, unknown>>): object {
  const usualTimers = /^(180|3m)/.test(String(fields.holdTime))
  const dropped = (key: string) => usualTimers && (key === 'holdTime' || key === 'keepaliveTime')
  return present(
    Object.fromEntries(
      Object.entries(fields).filter(
        ([key, value]) => !dropped(key) && (value === undefined || value !== defaults[key]),
      ),
    ),
  )
}

function writeIdentity({ identity }: Peer, spelling: number): object {
  return 'interface' in identity ? identity : { address: spell(identity.address, spelling) }
}

function writeAsn({ asn }: Peer, routerAsn: number): object {
  if (asn === 'internal' || asn === 'external') return { dynamicASN: asn }
  return { asn: asn === 'same' ? routerAsn : asn }
}

function writeTimers({ timers, connectTime }: Peer, spelling: number): object {
  const [hold, keepalive] = timers ?? []
  return {
    holdTime: hold === undefined ? undefined : spell(durationTexts(hold), spelling),
    keepaliveTime: keepalive === undefined ? undefined : spell(durationTexts(keepalive), spelling + 1),
    connectTime: connectTime === undefined ? undefined : spell(durationTexts(connectTime), spelling),
  }
}

function writePassword({ password }: Peer, { passwordIn }: NeighborPlan, peer: number): object {
  if (password === undefined) return {}
  const name = secretName(peer)
  if (passwordIn === 'object') return { password }
  return { passwordSecret: passwordIn === 'secret' ? { name } : { name, namespace: 'elsewhere' } }
}
