import { formatProblem } from '@frrkit/model'
import { problemJson } from '../print-problems.ts'
import { cut, type Layout, type Paint } from './layout.ts'
import { isWell, type Status } from './status.ts'
import { statusTable } from './status-table.ts'

/** What is wrong with FRR, then the tables. Empty when there is nothing to say. */
export function statusLines(status: Status, layout: Layout): readonly string[] {
  const { width = Number.POSITIVE_INFINITY } = layout
  const problems = status.problems.map((problem) =>
    formatProblem(problem)
      .split('\n')
      .map((line) => cut(line, width)),
  )
  const table = statusTable(status, layout)
  return [...problems, table]
    .filter((lines) => lines.length > 0)
    .flatMap((lines, i) => (i === 0 ? lines : ['', ...lines]))
}

export function statusText(status: Status, paint: Paint): string {
  return statusLines(status, { paint })
    .map((line) => `${line}\n`)
    .join('')
}

export function statusJson(status: Status): object {
  return { ok: isWell(status), ...status, problems: status.problems.map(problemJson) }
}
