import type { Community } from './frr/advertise.ts'

const decimal = /^\d+$/

/** `A:B` (RFC 1997) or `large:A:B:C` (RFC 8092), or undefined. Leading zeros are dropped: FRR would compare text. */
export function parseCommunity(text: string): Community | undefined {
  const fields = text.split(':')
  if (fields.length === 2) return community('standard', fields, 0xffff)
  if (fields.length === 4 && fields[0] === 'large') return community('large', fields.slice(1), 0xffff_ffff)
  return undefined
}

function community(kind: Community['kind'], fields: readonly string[], max: number): Community | undefined {
  if (!fields.every((field) => decimal.test(field) && Number(field) <= max)) return undefined
  return { kind, text: fields.map(Number).join(':') }
}
