/**
 * The string formats of the CRDs, as an API server checks them. It takes leading zeros in IPv4 (`010.0.0.1`), which
 * the stricter parsers behind it then refuse.
 */
export const isIpv4 = (text: string): boolean => isQuad(text) || (text.includes('.') && isGroups(text))
export const isIpv6 = (text: string): boolean => text.includes(':') && isGroups(text)
export const isIp = (text: string): boolean => isIpv4(text) || isIpv6(text)

export function isCidr(text: string): boolean {
  const [address = '', length = '', ...rest] = text.split('/')
  if (rest.length > 0 || !/^\d{1,4}$/.test(length)) return false
  return isQuad(address) ? Number(length) <= 32 : isGroups(address) && Number(length) <= 128
}

function isQuad(text: string): boolean {
  return /^\d{1,4}(\.\d{1,4}){3}$/.test(text) && text.split('.').every((octet) => Number(octet) <= 255)
}

/** IPv6 without a zone. */
function isGroups(text: string): boolean {
  const hex = text.replace(/(?<=:)(\d{1,4}\.){3}\d{1,4}$/, (quad) => (isQuad(quad) ? '0:0' : '?'))
  const [head = '', tail, ...rest] = hex.split('::')
  if (rest.length > 0 || !hex.includes(':')) return false
  const groups = [head, tail].flatMap((half) => (half === undefined || half === '' ? [] : half.split(':')))
  const count = tail === undefined ? groups.length === 8 : groups.length <= 7
  return count && groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))
}
