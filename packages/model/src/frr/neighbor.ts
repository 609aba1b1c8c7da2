import type { IpFamily } from '../ip/family.ts'
import type { Origin } from '../origin.ts'
import type { Secret } from '../secret.ts'
import type { Advertise } from './advertise.ts'
import type { Receive } from './receive.ts'

/** A BGP neighbor of one router. A value equal to FRR's own default is absent. */
export type Neighbor = {
  /** The interface, or else the address in canonical text; unique within its router. */
  readonly name: string
  /** Canonical text (RFC 5952). Exactly one of `address` and `interface`. */
  readonly address?: string
  readonly interface?: string
  /** AS number, or any that makes the session iBGP or eBGP. */
  readonly asn: number | 'internal' | 'external'
  /** Unicast families of the session: that of the address, or both. */
  readonly families: readonly IpFamily[]
  readonly addressFamilies: readonly ('evpn' | 'unicast')[]
  readonly ebgpMultiHop: boolean
  readonly localASN?: number
  readonly port?: number
  /** Seconds; 0 and 0 turn both off. */
  readonly timers?: { readonly keepaliveTime: number; readonly holdTime: number }
  /** Seconds. */
  readonly connectTime?: number
  readonly password?: Secret
  /** An address in canonical text, or an interface. */
  readonly sourceAddress?: string
  readonly gracefulRestart: boolean
  readonly bfdProfile?: string
  readonly advertise: Advertise
  readonly receive: Receive
  /** Who defines this neighbor, one for each object and neighbor entry. */
  readonly origins: readonly Origin[]
  /** Who set a field, by the API's field name (`holdTime`), where anybody did. */
  readonly fieldOrigins: Readonly<Record<string, readonly Origin[]>>
}
