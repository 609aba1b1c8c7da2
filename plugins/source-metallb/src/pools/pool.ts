import { compareText, type Document, type IpAddress, type IpFamily, ipNumber, type Problem, say } from '@frrkit/model'
import { duplicateNames, duplicateSelectors } from '../check/duplicates.ts'
import { evidenceIn, problemIn } from '../check/problem.ts'
import { checkSelectors } from '../check/selectors.ts'
import type { IpAddressPoolSpec } from '../kinds/ip-address-pool.ts'
import { type Cidr, contains, parseEntry } from './cidr.ts'

/** An IPAddressPool as ranges of addresses. */
export type Pool = {
  readonly document: Document<IpAddressPoolSpec>
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  /** One for each entry of `addresses` that can be read. */
  readonly entries: readonly PoolEntry[]
  readonly families: ReadonlySet<IpFamily>
}

export type PoolEntry = { readonly path: string; readonly text: string; readonly cidrs: readonly Cidr[] }

export type ReadPool = { readonly pool: Pool; readonly problems: readonly Problem[] }

export function readPool(document: Document<IpAddressPoolSpec>, labels: Pool['labels']): ReadPool {
  const { addresses, serviceAllocation = {} } = document.spec
  const problems: Problem[] = [
    ...duplicateNames(document, `${allocation}.namespaces`, serviceAllocation.namespaces),
    ...(['namespaceSelectors', 'serviceSelectors'] as const).flatMap((field) => [
      ...checkSelectors(document, `${allocation}.${field}`, serviceAllocation[field]),
      ...duplicateSelectors(document, `${allocation}.${field}`, serviceAllocation[field]),
    ]),
  ]
  if (addresses.length === 0) {
    problems.push(entryProblem(document, 'spec.addresses', 'nothing', 'the pool has no addresses'))
  }
  const entries = addresses.flatMap((text, i): readonly PoolEntry[] => {
    const path = `spec.addresses[${i}]`
    const { cidrs, fault } = parseEntry(text)
    if (fault !== undefined) problems.push(entryProblem(document, path, say(text), fault, cidrs && 'warning'))
    return cidrs === undefined ? [] : [{ path, text, cidrs }]
  })
  const families = new Set(entries.flatMap(({ cidrs }) => cidrs.map(({ family }) => family)))
  return { pool: { document, name: document.object.name, labels, entries, families }, problems }
}

const allocation = 'spec.serviceAllocation'

function entryProblem(
  document: Document,
  path: string,
  says: string,
  reason: string,
  severity: Problem['severity'] = 'error',
): Problem {
  const help = 'write prefixes such as 192.0.2.0/24, or ranges such as 192.0.2.10-192.0.2.20'
  return problemIn(document, path, { code: 'metallb/pool-address', severity, reason, says, help })
}

/** Whether all of the addresses are in this one pool. */
export function holdsAll({ entries }: Pool, addresses: readonly IpAddress[]): boolean {
  return addresses.every((address) => {
    const number = ipNumber(address)
    return entries.some(({ cidrs }) => cidrs.some((cidr) => contains(cidr, address, number)))
  })
}

/** Entries that share addresses, inside of one pool or between two. */
export function checkOverlaps(pools: readonly Pool[]): readonly Problem[] {
  const all = pools.flatMap(({ document, entries }) =>
    entries.flatMap((entry) => entry.cidrs.map((cidr) => ({ document, entry, cidr }))),
  )
  all.sort((a, b) => compareText(a.cidr.family, b.cidr.family) || compareNumbers(a.cidr.first, b.cidr.first))
  const problems = new Map<string, Problem>()
  let widest = all[0]
  for (const one of all.slice(1)) {
    if (widest !== undefined && widest.cidr.family === one.cidr.family && widest.cidr.last >= one.cidr.first) {
      const [first, second] = widest.document === one.document ? [widest, one] : [widest, one]
      const beside = [evidenceIn(first.document, first.entry.path, say(first.entry.text))]
      const reason = 'the same addresses are in another entry'
      const help = 'give each address to one entry of one pool'
      const words = { code: 'metallb/pool-overlap', reason, says: say(second.entry.text), beside, help } as const
      const key = [second.document.object.name, second.entry.path, first.document.object.name, first.entry.path].join(
        '\0',
      )
      if (!problems.has(key)) problems.set(key, problemIn(second.document, second.entry.path, words))
    }
    if (widest === undefined || widest.cidr.family !== one.cidr.family || widest.cidr.last < one.cidr.last) widest = one
  }
  return [...problems.values()]
}

function compareNumbers(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}
