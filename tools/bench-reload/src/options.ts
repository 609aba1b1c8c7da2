import { parseArgs } from 'node:util'
import type { FrrRelease } from '@frrkit/frr-lab'
import { type CaseName, caseNames } from './cases.ts'

export type Options = {
  readonly releases: readonly FrrRelease[]
  readonly loaded: readonly number[]
  readonly neighbors: number
  readonly cases: readonly CaseName[]
  readonly runs: number
  readonly firstLoads: number
  /** Of what takes the others long; ours always has all of its runs. */
  readonly slowRuns: number
  readonly pause: number
  readonly json: string | undefined
}

export const usage: string = `npm run bench:reload -- [options]
  --frr 8.4,10.3        releases: 8.4, 10.3, newest
  --loaded 10,1000      prefixes that are there before; default 10,1000,10000, of 8.4 at most 1000
  --neighbors 100       neighbors beside the one with a session, with the same prefixes; default 0
  --cases last,remove   the changes whose names contain one of these words; default all: ${caseNames.join(', ')}
  --runs 7              of each change
  --first-loads 7       runs of the first load, which takes minutes on 8.4; default as --runs
  --slow-runs 1         runs of everybody but ours where one takes more than 3 seconds; default as --runs
  --pause 100           milliseconds before everything that is timed
  --json FILE           write every sample there`

/** What the words of the command line mean, or what is wrong with them. */
export function readOptions(words: readonly string[]): Options | { readonly wrong: string } {
  const text = { type: 'string' } as const
  const options = {
    frr: text,
    loaded: text,
    neighbors: text,
    cases: text,
    runs: text,
    'first-loads': text,
    'slow-runs': text,
    pause: text,
    json: text,
  }
  try {
    const { values } = parseArgs({ args: [...words], options })
    const runs = whole(values.runs ?? '7')
    const asked = values.cases?.split(',') ?? ['']
    const cases = caseNames.filter((name) => asked.some((word) => name.includes(word)))
    if (cases.length === 0) return { wrong: `no case is called ${values.cases}` }
    return {
      releases: (values.frr?.split(',') ?? ['8.4', '10.3']).map(release),
      loaded: (values.loaded?.split(',') ?? ['10', '1000', '10000']).map(whole),
      neighbors: whole(values.neighbors ?? '0'),
      cases,
      runs,
      firstLoads: values['first-loads'] === undefined ? runs : whole(values['first-loads']),
      slowRuns: values['slow-runs'] === undefined ? Number.POSITIVE_INFINITY : whole(values['slow-runs']),
      pause: whole(values.pause ?? '100'),
      json: values.json,
    }
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) }
  }
}

function whole(text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new Error(`${text} is not a whole number below 100000`)
  return Number(text)
}

function release(text: string): FrrRelease {
  if (text === '8.4' || text === '10.3' || text === 'newest') return text
  throw new Error(`there is no release ${text}: 8.4, 10.3 or newest`)
}
