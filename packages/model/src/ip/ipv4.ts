/** The 32 bits of a dotted quad, or undefined. Strict as Go's and FRR's parsers: four decimals, no leading zeros. */
export function parseIpv4(text: string): number | undefined {
  let address = 0
  let octet = -1
  let octets = 0
  for (let i = 0; i <= text.length; i++) {
    const code = i === text.length ? 46 : text.charCodeAt(i)
    if (code === 46) {
      if (octet < 0) return undefined
      address = address * 256 + octet
      octets++
      octet = -1
    } else if (code >= 48 && code <= 57) {
      if (octet === 0) return undefined
      octet = octet < 0 ? code - 48 : octet * 10 + code - 48
      if (octet > 255) return undefined
    } else return undefined
  }
  return octets === 4 ? address : undefined
}

export function formatIpv4(address: number): string {
  return `${address >>> 24}.${(address >>> 16) & 255}.${(address >>> 8) & 255}.${address & 255}`
}

/** The address with everything after the first `length` bits cleared. */
export function maskIpv4(address: number, length: number): number {
  return length === 0 ? 0 : (address & (0xffffffff << (32 - length))) >>> 0
}
