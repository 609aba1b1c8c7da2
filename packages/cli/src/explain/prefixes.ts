import { type Prefix, parsePrefix, type ReceiveFilter } from '@frrkit/model'

/** Whether the inner prefix is the outer one, or a part of it. */
export function contains(outer: Prefix, inner: Prefix): boolean {
  if (outer.family !== inner.family || outer.length > inner.length) return false
  return parsePrefix(`${inner.text.split('/')[0]}/${outer.length}`)?.text === outer.text
}

export function accepts({ prefix, le, ge }: ReceiveFilter, candidate: Prefix): boolean {
  const longest = candidate.family === 'ipv4' ? 32 : 128
  const from = ge ?? prefix.length
  const to = le ?? (ge === undefined ? prefix.length : longest)
  return contains(prefix, candidate) && candidate.length >= from && candidate.length <= to
}

export function filterText({ prefix, le, ge }: ReceiveFilter): string {
  return [prefix.text, ge !== undefined && `ge ${ge}`, le !== undefined && `le ${le}`].filter(Boolean).join(' ')
}

export function familyName(family: Prefix['family']): string {
  return family === 'ipv4' ? 'IPv4' : 'IPv6'
}
