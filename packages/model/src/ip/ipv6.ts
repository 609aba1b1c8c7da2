import { parseIpv4 } from './ipv4.ts'

/** The eight 16-bit groups of an address, or undefined. Zones (`%eth0`) are refused: FRR takes none where we write. */
export function parseIpv6(text: string): readonly number[] | undefined {
  const halves = text.split('::')
  if (halves.length > 2) return undefined
  const head = parseGroups(halves[0] ?? '', halves.length === 1)
  const tail = halves.length === 2 ? parseGroups(halves[1] ?? '', true) : []
  if (head === undefined || tail === undefined) return undefined
  const missing = 8 - head.length - tail.length
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined
  return [...head, ...Array.from({ length: missing }, () => 0), ...tail]
}

/** Groups between colons; the last may be a dotted quad where `last` says that the address ends here. */
function parseGroups(text: string, last: boolean): number[] | undefined {
  if (text === '') return []
  const groups: number[] = []
  const parts = text.split(':')
  for (const [i, part] of parts.entries()) {
    if (last && i === parts.length - 1 && part.includes('.')) {
      const quad = parseIpv4(part)
      if (quad === undefined) return undefined
      groups.push(quad >>> 16, quad & 0xffff)
    } else if (/^[0-9a-fA-F]{1,4}$/.test(part)) groups.push(Number.parseInt(part, 16))
    else return undefined
  }
  return groups
}

/** RFC 5952: lower case, no leading zeros, the first longest run of two or more zero groups shortened. */
export function formatIpv6(groups: readonly number[]): string {
  let start = -1
  let length = 1
  for (let i = 0; i < 8; ) {
    let end = i
    while (end < 8 && groups[end] === 0) end++
    if (end - i > length) [start, length] = [i, end - i]
    i = Math.max(end, i + 1)
  }
  const hex = groups.map((group) => group.toString(16))
  if (start < 0) return hex.join(':')
  return `${hex.slice(0, start).join(':')}::${hex.slice(start + length).join(':')}`
}

/** The groups with everything after the first `length` bits cleared. */
export function maskIpv6(groups: readonly number[], length: number): readonly number[] {
  return groups.map((group, i) => {
    const bits = Math.min(16, Math.max(0, length - i * 16))
    return group & (0xffff << (16 - bits)) & 0xffff
  })
}

/** The IPv4 address inside `::ffff:a.b.c.d` (RFC 4291 §2.5.5.2), or undefined. */
export function mappedIpv4(groups: readonly number[]): number | undefined {
  if (groups[5] !== 0xffff || groups.slice(0, 5).some((group) => group !== 0)) return undefined
  return (groups[6] ?? 0) * 65_536 + (groups[7] ?? 0)
}
