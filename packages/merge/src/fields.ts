import type { BfdProfileSpec, EvpnSpec, NeighborSpec, RouterSpec } from '@frrkit/api'
import type { Advertise, Neighbor, Origin, Receive, Secret, Sourced } from '@frrkit/model'
import type { PrefixList } from './prefix-list.ts'

/*
 * What is merged, field by field, under the names of the API. A field that the API gains and these types do not know
 * is a compile error here; a field of these types without a rule is one in the rule tables.
 */

type Known<Types, Keys extends keyof Types> = Pick<Types, Keys>

type RouterTypes = {
  readonly asn: number | undefined
  readonly id: string | undefined
  readonly prefixes: PrefixList
  readonly imports: readonly Sourced<string>[]
}
/** `vrf` says which router is meant; neighbors and EVPN have rules of their own. */
export type RouterFields = Known<RouterTypes, Exclude<keyof RouterSpec, 'vrf' | 'neighbors' | 'evpn'>>

type NeighborTypes = {
  /** Also what `dynamicASN` says. */
  readonly asn: Neighbor['asn'] | undefined
  readonly sourceaddress: string | undefined
  readonly port: number | undefined
  /** Also what the Secret of `passwordSecret` says. */
  readonly password: Secret | undefined
  /** Seconds. */
  readonly holdTime: number | undefined
  /** Seconds. */
  readonly keepaliveTime: number | undefined
  /** Seconds. */
  readonly connectTime: number | undefined
  readonly ebgpMultiHop: boolean | undefined
  readonly bfdProfile: string | undefined
  readonly enableGracefulRestart: boolean | undefined
  readonly toReceive: Receive
  readonly dualStackAddressFamily: boolean | undefined
  readonly localASN: number | undefined
  readonly addressFamilies: Neighbor['addressFamilies']
}
type NeighborElsewhere = 'address' | 'interface' | 'dynamicASN' | 'passwordSecret' | 'toAdvertise'
/** `address` and `interface` say which neighbor is meant; `disableMP` means nothing any more. */
export type NeighborFields = Known<NeighborTypes, Exclude<keyof NeighborSpec, NeighborElsewhere | 'disableMP'>>

export type AdvertiseFields = {
  readonly 'allowed.mode': readonly Origin[]
  readonly 'allowed.prefixes': PrefixList
  readonly 'nextHop.ipv4': string | undefined
  readonly 'nextHop.ipv6': string | undefined
  readonly withLocalPref: Advertise['localPrefs']
  readonly withCommunity: Advertise['communities']
}

type BfdProfileTypes = {
  /** Milliseconds, as the other intervals. */
  readonly receiveInterval: number | undefined
  readonly transmitInterval: number | undefined
  readonly detectMultiplier: number | undefined
  readonly echoInterval: number | undefined
  readonly echoMode: boolean | undefined
  readonly passiveMode: boolean | undefined
  readonly minimumTtl: number | undefined
}
export type BfdProfileFields = Known<BfdProfileTypes, Exclude<keyof BfdProfileSpec, 'name'>>

type EvpnTypes = {
  readonly advertiseVNIs: 'All' | 'Disabled' | undefined
  readonly advertiseSVI: boolean | undefined
}
/** VNIs are merged by number, with rules of their own. */
export type EvpnFields = Known<EvpnTypes, Exclude<keyof EvpnSpec, 'l2vnis' | 'l3vni'>>

export type VniSpec = NonNullable<EvpnSpec['l2vnis']>[number]
type VniTypes = {
  readonly rd: string | undefined
  readonly importRTs: readonly string[]
  readonly exportRTs: readonly string[]
}
/** `advertisePrefixes` of a layer 3 VNI has a single legal value. */
export type VniFields = Known<VniTypes, Exclude<keyof VniSpec, 'vni'>>
