import type { CaseName } from './cases.ts'

/** Milliseconds, one per run. */
export type Samples = readonly number[]

/** One change of one FRR, by everybody who made it. */
export type Result = {
  readonly frr: string
  readonly loaded: number
  /** Beside the one with a session; none by default. */
  readonly neighbors?: number
  readonly change: CaseName
  /** `--test` and `--reload`. */
  readonly frrReload: Samples
  readonly ours: Samples
  /** The commands of ours, and nothing else; empty where there are none. */
  readonly daemons: Samples
  /** Of a first load only. */
  readonly vtyshFile?: Samples
}

export function median(samples: Samples): number | undefined {
  const sorted = samples.toSorted((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return low === undefined || high === undefined ? undefined : (low + high) / 2
}

/** One line of a result, for whoever waits. */
export function summary({ change, frrReload, ours, daemons }: Result): string {
  return `${change}: frr-reload.py ${say(frrReload)}, ours ${say(ours)}, daemons ${say(daemons)}`
}

function say(samples: Samples): string {
  return `${median(samples)?.toFixed(1) ?? '-'} ms`
}
