import type { IpAddress } from './address.ts'
import type { IpFamily } from './family.ts'
import { formatIpv4, parseIpv4 } from './ipv4.ts'
import { formatIpv6, parseIpv6 } from './ipv6.ts'

/** An address as the number that its bits are, for those who reckon with ranges. */
export function ipNumber({ text, family }: IpAddress): bigint {
  if (family === 'ipv4') return BigInt(parseIpv4(text) ?? bug(text))
  return (parseIpv6(text) ?? bug(text)).reduce((number, group) => (number << 16n) | BigInt(group), 0n)
}

/** The way back. */
export function ipFromNumber(family: IpFamily, number: bigint): IpAddress {
  if (family === 'ipv4') return { family, text: formatIpv4(Number(number)) }
  const groups = Array.from({ length: 8 }, (_, i) => Number((number >> BigInt(112 - 16 * i)) & 0xffffn))
  return { family, text: formatIpv6(groups) }
}

function bug(text: string): never {
  throw new Error(`BUG: ${text} is no address in canonical text`)
}
