import type { Origin } from '../origin.ts'

/** A BFD profile (RFC 5880); what is absent is left to FRR. Intervals in ms. */
export type BfdProfile = {
  readonly name: string
  readonly receiveInterval?: number
  readonly transmitInterval?: number
  readonly detectMultiplier?: number
  readonly echoInterval?: number
  readonly echoMode: boolean
  readonly passiveMode: boolean
  readonly minimumTtl?: number
  readonly origins: readonly Origin[]
}
