import { type Compiled, refusalProblem, type TracedLine, traceLines } from '@frrkit/daemon/compile'
import type { Problem } from '@frrkit/model'
import type { RefusedLine, RenderTarget } from '@frrkit/plugin'
import { checkFrrConf } from '@frrkit/reloader-vty/check'

/** Those that reloader-vty's grammar was tried against, line by line. */
const knownVersions: readonly string[] = ['8.4.4', '10.3', '10.7.1']

export type FrrOptions = {
  readonly targets: readonly RenderTarget[]
  /** The one that the nodes run; when absent, all that are known. */
  readonly version?: string | undefined
}

/**
 * What FRR would say to the frr.conf, as far as that is known without one: an error where every version refuses a line, a
 * warning where some do, or where only FRR can tell.
 */
export function frrProblems({ frrConf, model }: Compiled, { targets, version }: FrrOptions): readonly Problem[] {
  const versions = version === undefined ? knownVersions : [version]
  const checked = checkFrrConf(frrConf, versions)
  const isByAll = ({ by }: Said) => by.length === versions.length
  const refused = sumUp(checked.map((each) => ({ by: each.version, lines: each.wrong })))
  const unknown = sumUp(checked.map((each) => ({ by: each.version, lines: each.unknown })))
  const said = [
    ...refused.filter(isByAll).map((line) => ({ ...line, problem: refusalProblem })),
    ...refused.filter((line) => !isByAll(line)).map((line) => ({ ...line, problem: refusedBySome })),
    ...unknown.filter(isByAll).map((line) => ({ ...line, problem: unknownProblem })),
  ]
  return traceLines(said, { model, targets }).map((traced) => traced.problem(traced))
}

/** A line and the versions that say something about it, in the words of the last of them. */
type Said = RefusedLine & { readonly by: readonly string[] }

function sumUp(said: readonly { readonly by: string; readonly lines: readonly RefusedLine[] }[]): readonly Said[] {
  const all = new Map<string, Said>()
  for (const { by, lines } of said) {
    for (const line of lines) {
      const key = `${line.at} ${line.line}`
      all.set(key, { ...line, by: [...(all.get(key)?.by ?? []), by] })
    }
  }
  return [...all.values()]
}

function refusedBySome(traced: Said & TracedLine): Problem {
  return {
    ...refusalProblem(traced),
    severity: 'warning',
    reason: `FRR ${traced.by.join(', ')} does not take this line: ${traced.why}`,
    help: 'no matter if no node runs that version: --frr-version says which one they run',
  }
}

function unknownProblem({ line, evidence }: TracedLine): Problem {
  return {
    code: 'cli/unknown-line',
    severity: 'warning',
    subject: line,
    field: '',
    reason: 'no command that is known here; only FRR can say whether it takes this line',
    evidence,
    help: 'if it is misspelt, mend it; otherwise FRR is asked before the line is applied',
  }
}
