import { configuration, manyPrefixes } from './configuration.ts'

/** What is measured: a change of a configuration that runs, and sometimes the change back. */
export type Change = {
  readonly name: CaseName
  readonly before: (loaded: number) => string
  readonly after: (loaded: number) => string
  /** What the way back is called, where that is measured too. */
  readonly back?: CaseName
}

export const caseNames = [
  'no change',
  'one prefix added, sorting last',
  'one prefix removed',
  'one prefix added, sorting first',
  'one neighbor added',
  '100 prefixes added',
  'first load',
] as const
export type CaseName = (typeof caseNames)[number]

const plain = (loaded: number): string => configuration({ prefixes: manyPrefixes(loaded) })

export const changes: readonly Change[] = [
  { name: 'no change', before: plain, after: plain },
  {
    name: 'one prefix added, sorting last',
    before: plain,
    after: (loaded) => configuration({ prefixes: [...manyPrefixes(loaded), '10.255.0.0/24'] }),
    back: 'one prefix removed',
  },
  {
    name: 'one prefix added, sorting first',
    before: plain,
    after: (loaded) => configuration({ prefixes: ['1.0.0.0/24', ...manyPrefixes(loaded)] }),
  },
  {
    name: 'one neighbor added',
    before: plain,
    after: (loaded) => configuration({ prefixes: manyPrefixes(loaded), secondNeighbor: true }),
  },
  {
    name: '100 prefixes added',
    before: plain,
    after: (loaded) => configuration({ prefixes: [...manyPrefixes(loaded), ...manyPrefixes(100, 200 << 8)] }),
  },
]
