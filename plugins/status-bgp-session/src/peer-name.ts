import { parseAddress } from '@frrkit/model'

/**
 * The neighbor as the object names it: IPv4 as it is; IPv6 with every digit, and `-` for the colons that no label may hold;
 * an interface by its name.
 */
export function peerName(neighbor: string): string {
  const address = parseAddress(neighbor)
  if (address === undefined) return neighbor
  return address.family === 'ipv4' ? address.text : expanded(address.text)
}

/** `2001:db8::1` → `2001-0db8-0000-0000-0000-0000-0000-0001`; the text is canonical. */
function expanded(ipv6: string): string {
  const [head = '', tail] = ipv6.split('::')
  const [before, after] = [groups(head), groups(tail ?? '')]
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0')
  return [...before, ...zeros, ...after].map((group) => group.padStart(4, '0')).join('-')
}

function groups(part: string): readonly string[] {
  return part === '' ? [] : part.split(':')
}
