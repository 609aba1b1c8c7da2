import { parseAddress } from '@frrkit/model'

const decimal = /^\d+$/

/**
 * Whether a text is a route distinguisher (RFC 4364 §4.2) or route target (RFC 4360 §3): `ADDRESS:16 bits`,
 * `16 bits:32 bits` or `32 bits:16 bits`. The rules of the API only ask that each side contains a digit.
 */
export function isRouteTarget(text: string): boolean {
  const [administrator = '', number = '', ...rest] = text.split(':')
  if (rest.length > 0 || !decimal.test(number)) return false
  if (parseAddress(administrator)?.family === 'ipv4') return Number(number) <= 0xffff
  if (!decimal.test(administrator) || Number(administrator) > 0xffff_ffff) return false
  return Number(number) <= (Number(administrator) > 0xffff ? 0xffff : 0xffff_ffff)
}

/** An import may also name any administrator: `*:32 bits`. */
export function isImportRouteTarget(text: string): boolean {
  return text.startsWith('*:') ? isRouteTarget(`0:${text.slice(2)}`) : isRouteTarget(text)
}
