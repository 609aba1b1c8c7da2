import type { Times } from './measure.ts'

export type Measured = Times & { readonly name: string; readonly peakMemory: number }

/** Rows for people; the last column compares the median with that of the row above. */
export function table(rows: readonly Measured[]): string {
  const head = ['case', 'runs', 'median ms', 'p99 ms', 'peak MiB', '× row above']
  const body = rows.map(({ name, runs, median, p99, peakMemory }, i) => {
    const above = rows[i - 1]?.median
    return [
      name,
      `${runs}`,
      round(median),
      round(p99),
      `${Math.round(peakMemory)}`,
      above === undefined ? '' : round(median / above),
    ]
  })
  const widths = head.map((title, column) => Math.max(title.length, ...body.map((row) => row[column]?.length ?? 0)))
  return [head, ...body]
    .map((row) =>
      row
        .map((cell, column) => align(cell, widths[column] ?? 0, column))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function align(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width)
}

function round(value: number): string {
  return value >= 100 ? `${Math.round(value)}` : value.toPrecision(3)
}
