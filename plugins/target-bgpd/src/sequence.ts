/** Entries of the generated route-maps. Users append raw entries at 4000, so ours end before that. */
export const routeMapEntries = {
  firstProperty: 1,
  lastProperty: 2999,
  denyIpv4: 1,
  denyIpv6: 2,
  permitIpv4: 3000,
  permitIpv6: 3001,
} as const

// FRR numbers the rules of a prefix-list from 1 to 2^32 - 1. The low numbers stay free for raw snippets.
const reserved = 10_000
const last = 4_294_967_295

/**
 * A sequence number for each rule of one prefix-list, by the rule's own text: adding or removing a rule leaves the
 * numbers of all others alone. Rules are distinct, and come in the same order every time; two that hash alike, once
 * in 400,000 additions to a list of ten thousand, are told apart by that order.
 */
export function sequenceNumbers(rules: readonly string[]): readonly number[] {
  // Signed, as V8 keeps those out of the heap: a set of the numbers themselves costs three times as much.
  const taken = new Set<number>()
  return rules.map((rule) => {
    let number = hash(rule)
    while (number < reserved || taken.has(number | 0)) number = number === last ? reserved : number + 1
    taken.add(number | 0)
    return number
  })
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value >>> 0
}
