import { parseAddress } from '@frrkit/model'

/**
 * What keeps a text from being the name of a VRF in frr.conf, in words that go after "it". A blank would begin another word
 * of the line. Linux takes 15 bytes and no slash; at ' and % FRR's daemons have been seen to crash, and | at the end is a
 * pipe to them.
 */
export function vrfFault(text: string): string | undefined {
  if (!/^[\x21-\x7e]+$/.test(text)) return 'is empty, or holds other characters than ASCII letters, digits and signs'
  if (text.length > 15) return 'is longer than 15 characters'
  if (/['%/]|\|$/.test(text)) return "holds a slash, ' or %, or ends with |"
  return undefined
}

/** Likewise of an interface, whose name stands where FRR takes other words as well. */
export function interfaceFault(text: string): string | undefined {
  const fault = vrfFault(text)
  if (fault !== undefined) return fault
  if (/^[+-]?\d+$/.test(text)) return 'is a number, which would be the distance'
  if (parseAddress(text) !== undefined) return 'is an address'
  if (words.some((word) => word.startsWith(text.toLowerCase()))) {
    return 'is a word of the command itself, or begins one, which FRR takes for the word'
  }
  return undefined
}

/** Measured on FRR 8.4.4 and 10.3: `ip route 10.0.0.0/8 bl` is a blackhole, whatever interfaces there are. */
const words = [
  'bfd',
  'blackhole',
  'color',
  'label',
  'nexthop-vrf',
  'null0',
  'onlink',
  'reject',
  'segments',
  'table',
  'tag',
  'vrf',
]
