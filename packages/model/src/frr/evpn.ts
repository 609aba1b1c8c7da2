import type { Origin } from '../origin.ts'

/** EVPN of one router (RFC 7432, RFC 9136). */
export type Evpn = {
  readonly advertiseAllVnis: boolean
  readonly advertiseSvi: boolean
  /** By VNI. */
  readonly l2vnis: readonly Vni[]
  readonly l3vni?: Vni
  readonly origins: readonly Origin[]
}

/** Route distinguisher and route targets are `ADMIN:NUMBER`; absent or empty: FRR derives them. */
export type Vni = {
  readonly vni: number
  readonly rd?: string
  readonly importRTs: readonly string[]
  readonly exportRTs: readonly string[]
}
