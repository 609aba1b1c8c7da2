import { configuration, manyPrefixes } from './configuration.ts'

/** What runs already: prefixes, and neighbors beside the one that has a session. */
export type There = { readonly loaded: number; readonly neighbors: number }

/** What is measured: a change of a configuration that runs, and sometimes the change back. */
export type Change = {
  readonly name: CaseName
  readonly before: (there: There) => string
  readonly after: (there: There) => string
  /** What the way back is called, where that is measured too. */
  readonly back?: CaseName
}

export const caseNames = [
  'no change',
  'one prefix added, sorting last',
  'one prefix removed',
  'one prefix added, sorting first',
  'one neighbor added',
  'one neighbor removed',
  '100 prefixes added',
  'first load',
] as const
export type CaseName = (typeof caseNames)[number]

export function plain({ loaded, neighbors }: There): string {
  return configuration({ prefixes: manyPrefixes(loaded), beside: neighbors })
}

export const changes: readonly Change[] = [
  { name: 'no change', before: plain, after: plain },
  {
    name: 'one prefix added, sorting last',
    before: plain,
    after: ({ loaded, neighbors }) =>
      configuration({ prefixes: [...manyPrefixes(loaded), '10.255.0.0/24'], beside: neighbors }),
    back: 'one prefix removed',
  },
  {
    name: 'one prefix added, sorting first',
    before: plain,
    after: ({ loaded, neighbors }) =>
      configuration({ prefixes: ['1.0.0.0/24', ...manyPrefixes(loaded)], beside: neighbors }),
  },
  {
    name: 'one neighbor added',
    before: plain,
    after: ({ loaded, neighbors }) =>
      configuration({ prefixes: manyPrefixes(loaded), beside: neighbors, secondNeighbor: true }),
    back: 'one neighbor removed',
  },
  {
    name: '100 prefixes added',
    before: plain,
    after: ({ loaded, neighbors }) =>
      configuration({ prefixes: [...manyPrefixes(loaded), ...manyPrefixes(100, 200 << 8)], beside: neighbors }),
  },
]
