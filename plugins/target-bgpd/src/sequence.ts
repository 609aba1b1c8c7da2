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
 * A sequence number for each rule of one prefix-list, made of the hash of the rule's own text: adding or removing a rule
 * leaves the numbers of all others alone. Rules are distinct, and come in the same order every time; two that hash
 * alike, once in 400,000 additions to a list of ten thousand, are told apart by that order.
 */
export function sequenceNumbers(hashes: Uint32Array): Uint32Array {
  return areFit(hashes) ? hashes : tellApart(hashes)
}

/** FNV-1a, 32 bits. */
export function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value >>> 0
}

/** Whether they can be taken as they are: none reserved, none twice. A table of numbers is a tenth of the time of a Set. */
function areFit(hashes: Uint32Array): boolean {
  const table = new Uint32Array(2 ** Math.ceil(Math.log2(2 * hashes.length + 1)))
  for (const value of hashes) {
    if (value < reserved) return false
    let place = value & (table.length - 1)
    while (table[place] !== 0 && table[place] !== value) place = (place + 1) & (table.length - 1)
    if (table[place] === value) return false
    table[place] = value
  }
  return true
}

function tellApart(hashes: Uint32Array): Uint32Array {
  const taken = new Set<number>()
  return hashes.map((wanted) => {
    let number = wanted
    while (number < reserved || taken.has(number)) number = number === last ? reserved : number + 1
    taken.add(number)
    return number
  })
}
