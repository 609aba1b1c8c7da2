import { type IpAddress, type IpFamily, ipFromNumber, ipNumber, parseAddress, parsePrefix } from '@frrkit/model'

/** A prefix as a range of numbers. */
export type Cidr = {
  readonly family: IpFamily
  /** Canonical. */
  readonly text: string
  /** As it is written: an IPv4 prefix written as IPv6 keeps the length that it has there. */
  readonly length: number
  readonly first: bigint
  readonly last: bigint
}

/** What an entry of a pool means; `fault` says in words what is wrong with it, and undefined `cidrs` that it is too wrong. */
export type Entry = { readonly cidrs?: readonly Cidr[]; readonly fault?: string }

/** `192.0.2.0/24`, or `192.0.2.10-192.0.2.20`: a range becomes the prefixes that it is made of. */
export function parseEntry(text: string): Entry {
  const dash = text.indexOf('-')
  if (dash >= 0) return parseRange(text.slice(0, dash).trim(), text.slice(dash + 1).trim())
  const prefix = parsePrefix(text)
  if (prefix === undefined) return { fault: 'neither a prefix nor a range of addresses' }
  const [address = '', length = ''] = prefix.text.split('/')
  const first = ipNumber({ text: address, family: prefix.family })
  const cidr = cidrOf(prefix.family, first, Number(length))
  return { cidrs: [{ ...cidr, length: Number(text.slice(text.indexOf('/') + 1)) }] }
}

function parseRange(from: string, to: string): Entry {
  const [start, end] = [parseAddress(from), parseAddress(to)]
  if (start === undefined || end === undefined) return { fault: 'neither a prefix nor a range of addresses' }
  // The reference takes it for a range of no addresses, and goes on; so there are clusters that have one.
  if (start.family !== end.family)
    return { cidrs: [], fault: 'a range from one address family into the other is empty' }
  const [first, last] = [ipNumber(start), ipNumber(end)]
  if (first > last) return { fault: 'a range that ends before it begins' }
  return { cidrs: summarise(start.family, first, last) }
}

const bits = { ipv4: 32, ipv6: 128 } as const

/** The fewest prefixes that are the range, in order. */
function summarise(family: IpFamily, from: bigint, to: bigint): readonly Cidr[] {
  const cidrs: Cidr[] = []
  for (let first = from; first <= to; ) {
    let size = 0
    while (
      size < bits[family] &&
      first % (1n << BigInt(size + 1)) === 0n &&
      first + (1n << BigInt(size + 1)) - 1n <= to
    ) {
      size++
    }
    cidrs.push(cidrOf(family, first, bits[family] - size))
    first += 1n << BigInt(size)
  }
  return cidrs
}

function cidrOf(family: IpFamily, first: bigint, length: number): Cidr {
  const last = first + (1n << BigInt(bits[family] - length)) - 1n
  return { family, text: `${ipFromNumber(family, first).text}/${length}`, length, first, last }
}

export function contains({ family, first, last }: Cidr, address: IpAddress, number: bigint): boolean {
  return family === address.family && first <= number && number <= last
}
