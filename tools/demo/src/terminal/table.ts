import { stripVTControlCharacters } from 'node:util'

/** Columns as wide as their widest cell, colours not counted, two spaces apart. */
export function table(rows: readonly (readonly string[])[]): readonly string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, i) => Math.max(...rows.map((row) => width(row[i] ?? ''))))
  return rows.map((row) =>
    row
      .map((cell, i) => pad(cell, widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

/** One row for columns whose widths are known before the rows are. */
export function tableRow(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((cell, i) => pad(cell, widths[i] ?? 0))
    .join('  ')
    .trimEnd()
}

function pad(cell: string, to: number): string {
  return cell + ' '.repeat(Math.max(0, to - width(cell)))
}

function width(cell: string): number {
  return stripVTControlCharacters(cell).length
}
