/** What may stand in a place of a line, narrower than FRR's own grammar wherever ours is. */
const slots = {
  SEVERITY: /^(debugging|informational|warnings|errors|emergencies)$/,
  DAEMON: /^(zebra|bgp|bfd)$/,
  TOPIC: /^[a-z-]+$/,
  ACTION: /^(permit|deny)$/,
  DIRECTION: /^(in|out)$/,
  NUMBER: /^(0|[1-9]\d{0,9})$/,
  LENGTH: /^([1-9]|[1-9]\d|1[01]\d|12[0-8])$/,
  ASN: /^[1-9]\d{0,9}$/,
  REMOTEAS: /^([1-9]\d{0,9}|internal|external)$/,
  COMMUNITY: /^\d{1,5}:\d{1,5}$/,
  LARGE: /^\d{1,10}:\d{1,10}:\d{1,10}$/,
  ROUTETARGET: /^(\d{1,10}|\d{1,3}(\.\d{1,3}){3}):\d{1,10}$/,
  IMPORTTARGET: /^(\*|\d{1,10}|\d{1,3}(\.\d{1,3}){3}):\d{1,10}$/,
  IPV4: /^\d{1,3}(\.\d{1,3}){3}$/,
  IPV6: /^[0-9a-f:]*:[0-9a-f:]*$/,
  ADDRESS: /^(\d{1,3}(\.\d{1,3}){3}|[0-9a-f:]*:[0-9a-f:]*)$/,
  IPV4PREFIX: /^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}$/,
  IPV6PREFIX: /^[0-9a-f:]*:[0-9a-f:]*\/\d{1,3}$/,
  PREFIX: /^[0-9a-f.:]+\/\d{1,3}$/,
  /** An address, or the name of an interface. */
  PEER: /^[^/]+$/,
  /** Of an interface or a VRF. */
  NAME: /^[^/]+$/,
  PROFILE: /./,
  PASSWORD: /./,
  WORD: /./,
} as const

export type Slot = keyof typeof slots

/** Bytes, where FRR or Linux keeps no more; a name of ours is made of a name, a VRF and what it is for. */
const most: Partial<Record<Slot, number>> = { PASSWORD: 80, PROFILE: 63, NAME: 15, PEER: 39, WORD: 127 }

export function faultOf(slot: Slot, word: string): string | undefined {
  if (!slots[slot].test(word)) return `${JSON.stringify(word)} is no ${slot}`
  const limit = most[slot]
  if (limit !== undefined && Buffer.byteLength(word) > limit) return `a ${slot} of more than ${limit} bytes`
  return undefined
}
