import { compareText, type Origin, objectName } from './origin.ts'
import { visible } from './visible.ts'

/** What one object says about the field in question, in words that hold no secret. */
export type Evidence = { readonly origin: Origin; readonly says: string }

/** Something a person has to change in an object. Plain data: logged, put in status and printed as is. */
export type Problem = {
  /** `area/what`; docs/problems/area-what.md explains it. */
  readonly code: `${string}/${string}`
  /** An error keeps the configuration from being applied; a warning does not. */
  readonly severity: 'error' | 'warning'
  /** `neighbor 192.0.2.1 (vrf red)` */
  readonly subject: string
  /** `holdTime` */
  readonly field: string
  /** `objects ask for different values` */
  readonly reason: string
  readonly evidence: readonly Evidence[]
  /** One way out. */
  readonly help: string
}

/** Problems read best by subject; the whole text decides ties, so that their order never depends on the input's. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  const keyed = problems.map((problem) => ({
    problem,
    key: `${problem.subject}\0${problem.field}\0${formatProblem(problem)}`,
  }))
  keyed.sort((a, b) => compareText(a.key, b.key))
  return keyed.filter(({ key }, i) => key !== keyed[i - 1]?.key).map(({ problem }) => problem)
}

/**
 * The words for people, the same in the terminal, the log and the status:
 *
 *     neighbor 192.0.2.1 (vrf red): holdTime: objects ask for different values [merge/conflict]
 *       90s   FRRConfiguration frr-system/edge  spec.bgp.routers[0].neighbors[1].holdTime
 *     help: …
 */
export function formatProblem({ code, subject, field, reason, evidence, help, severity }: Problem): string {
  const head = visible([subject, field, reason].filter((part) => part !== '').join(': '))
  const rows = evidence.map(
    ({ origin, says }) => [visible(says), objectName(origin.object), visible(place(origin))] as const,
  )
  const widths = [0, 1].map((column) => Math.max(0, ...rows.map((row) => row[column as 0 | 1].length)))
  const lines = rows.map(([says, object, where]) =>
    `  ${says.padEnd(widths[0] ?? 0)}  ${object.padEnd(widths[1] ?? 0)}  ${where}`.trimEnd(),
  )
  const mark = severity === 'warning' ? 'warning: ' : ''
  return [`${mark}${head} [${code}]`, ...lines, `help: ${visible(help)}`].join('\n')
}

function place({ path, at, object }: Origin): string {
  const file = at ? `${at.file}:${at.line}:${at.column}` : object.file
  return [path, file && `(${file})`].filter(Boolean).join(' ')
}
