import { parseArgs } from 'node:util'

/** What is measured: the daemon alone, or beside a real FRR. */
export type Options = { readonly frr?: WithFrr }

export type WithFrr = {
  /** Releases: `10.3`. */
  readonly releases: readonly string[]
  readonly objects: number
  /** Of each object; absent: a hundred, and one with 8.4. */
  readonly prefixes: number | undefined
  readonly runs: number
  /** Seconds. */
  readonly rest: number
  readonly profile: string | undefined
  /** Without FRR's own time. */
  readonly oursOnly: boolean
}

export const usage: string = `npm run bench:memory -- [options]
  (none)               the daemon beside an API server, without FRR
  --frr 10.3,8.4       beside a real FRR of these releases, and a peer: from the start to the last route at the peer
  --objects 1000       FRRConfigurations
  --prefixes 100       of each; default 100, with 8.4 one: its first load grows with the square
  --runs 1             each with a new FRR, and FRR's own time after each; medians
  --rest 60            seconds from the last route to the last look at the memory
  --profile DIR        a CPU profile of the daemon there, which takes some of the time itself
  --ours-only          without FRR's own time, of which vtysh -f takes minutes
  --help`

const text = { type: 'string' } as const

/** What the words of the command line mean, or what is wrong with them. */
export function readOptions(words: readonly string[]): Options | { readonly wrong: string } {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        frr: text,
        objects: text,
        prefixes: text,
        runs: text,
        rest: text,
        profile: text,
        'ours-only': { type: 'boolean' },
      },
    })
    const { frr, objects = '1000', prefixes, runs = '1', rest = '60', profile, 'ours-only': oursOnly = false } = values
    if (frr === undefined) {
      const [alone] = Object.keys(values)
      if (alone !== undefined) throw new Error(`--${alone} is for --frr`)
      return {}
    }
    const given = {
      releases: frr.split(','),
      objects: whole(objects),
      prefixes: prefixes === undefined ? undefined : whole(prefixes),
      runs: whole(runs),
      rest: whole(rest),
      profile,
      oursOnly,
    }
    return { frr: given }
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) }
  }
}

/** How many prefixes an object has, where nobody says: of a hundred thousand, 8.4 would load the first for days. */
export function usualPrefixes(release: string): number {
  return release.startsWith('8.') ? 1 : 100
}

function whole(words: string): number {
  if (!/^[1-9]\d{0,4}$/.test(words)) throw new Error(`${words} is not a whole number from 1 to 99999`)
  return Number(words)
}
