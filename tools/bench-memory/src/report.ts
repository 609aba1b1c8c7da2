import { type Case, idle } from './cases.ts'
import type { Look } from './daemon-process.ts'
import type { OwnTime } from './own-time.ts'
import type { Run } from './with-frr.ts'

/** Medians of the runs: when what was done, what the process had and had taken then, and what of the time is FRR's own. */
export function report({ target }: Case, atRest: Look, runs: readonly Run[]): string {
  const first = runs[0]?.applied
  if (first === undefined) throw new Error('BUG: a report of no run')
  const of = (value: (run: Run) => number) => median(runs.map(value))
  const seconds = (value: (run: Run) => number) => (of(value) / 1_000).toFixed(1)
  const moments = first.moments.map(({ what }, i) => {
    const field = (name: 'at' | keyof Look) => of(({ applied }) => applied.moments[i]?.[name] ?? 0)
    const [resident, peak] = [field('resident').toFixed(0), field('peak').toFixed(0)]
    return row(what, (field('at') / 1_000).toFixed(1), field('processor').toFixed(1), resident, peak)
  })
  const listed = seconds(({ applied: { moments: all, compile } }) => (all[0]?.at ?? 0) - compile)
  const kept = of(({ applied }) => applied.moments.at(-1)?.resident ?? 0)
  const [compile, apply] = [seconds(({ applied }) => applied.compile), seconds(({ applied }) => applied.apply)]
  return [
    row('', 'seconds', 'CPU s', 'MiB', 'peak'),
    row('everything listed', listed, '', '', ''),
    ...moments,
    row(idle.name, '', atRest.processor.toFixed(1), atRest.resident.toFixed(0), atRest.peak.toFixed(0)),
    `from the objects to a frr.conf ${compile} s; from there until FRR runs it, proved and saved, ${apply} s`,
    ...ownTimes(runs.flatMap(({ ownTime }) => ownTime ?? [])),
    `requests: ${requests(first.requests)}`,
    `${verdict(kept, target)} afterwards, ${verdict(atRest.resident, idle.target)} idle`,
  ].join('\n')
}

function ownTimes(runs: readonly OwnTime[]): readonly string[] {
  if (runs.length === 0) return []
  const of = (value: (run: OwnTime) => number) => median(runs.map(value))
  const [daemons, file] = [of((run) => run.daemons), of((run) => run.vtyshFile)].map((ms) => (ms / 1_000).toFixed(1))
  const processor = of((run) => run.processor).toFixed(1)
  return [`FRR's own time: ${daemons} s for the same commands, ${processor} CPU s of bgpd; ${file} s by vtysh -f`]
}

function requests(counted: Readonly<Record<string, number>>): string {
  const most = Object.entries(counted).toSorted(([, a], [, b]) => b - a)
  return most.map(([name, count]) => `${count} ${name}`).join(', ')
}

function verdict(resident: number, target: number): string {
  return `${resident <= target ? 'met' : 'MISSED'} ≤ ${target} MiB`
}

function row(what: string, ...numbers: readonly string[]): string {
  return [what.padEnd(26), ...numbers.map((number) => number.padStart(7))].join(' ')
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}
