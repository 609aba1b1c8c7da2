import type { NodeFacts } from '@frrkit/model'
import { crc32 } from './text/crc32.ts'
import { utf8Bytes } from './text/utf8.ts'

/**
 * The router id of a node on which FRR finds no IPv4 address to take it from: the CRC-32 of the hostname, its bytes in
 * the order of the reference (lowest first), so that a node keeps its id when it changes over.
 */
export function fallbackRouterId({ hasIpv4, hostname }: Pick<NodeFacts, 'hasIpv4' | 'hostname'>): string | undefined {
  if (hasIpv4) return undefined
  const sum = crc32(utf8Bytes(hostname))
  return [0, 8, 16, 24].map((shift) => (sum >>> shift) & 255).join('.')
}
