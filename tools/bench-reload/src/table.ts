import { median, type Result, type Samples } from './result.ts'
import { verdicts } from './targets.ts'

const head = [
  'FRR',
  'loaded',
  'change',
  'runs',
  'frr-reload.py',
  'vtysh -f',
  'ours',
  'faster',
  'daemons',
  'of them',
  'targets',
]

/** Medians in milliseconds, as a table of Markdown. */
export function table(results: readonly Result[]): string {
  const rows = results.map((result) => {
    const { frr, loaded, neighbors = 0, change, frrReload, ours, daemons, vtyshFile = [] } = result
    return [
      frr,
      neighbors === 0 ? `${loaded}` : `${loaded} × ${neighbors + 1}`,
      change,
      `${ours.length}`,
      milliseconds(frrReload, ours),
      milliseconds(vtyshFile, ours),
      milliseconds(ours),
      times(frrReload, ours),
      milliseconds(daemons, ours),
      times(ours, daemons),
      verdicts(result)
        .map(({ target, met }) => `${met ? 'met' : 'MISSED'} ${target}`)
        .join(', '),
    ]
  })
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)))
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}

/** With the number of runs, where it is less than that of ours. */
function milliseconds(samples: Samples, ours: Samples = samples): string {
  const value = median(samples)
  if (value === undefined) return ''
  return samples.length < ours.length
    ? `${round(value)} (${samples.length} run${samples.length === 1 ? '' : 's'})`
    : round(value)
}

function times(above: Samples, below: Samples): string {
  const [dividend, divisor] = [median(above), median(below)]
  return dividend === undefined || divisor === undefined ? '' : `${round(dividend / divisor)}×`
}

function round(value: number): string {
  return value >= 100 ? `${Math.round(value)}` : value.toPrecision(3)
}
