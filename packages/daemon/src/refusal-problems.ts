import type { Evidence, Origin, Problem } from '@frrkit/model'
import type { RefusedLine } from '@frrkit/plugin'

/**
 * What the refusal of these lines means to those who asked for them; `origins` has them by line, from the first. A line that
 * nobody is known to ask for makes no problem: the words of the refusal have it.
 */
export function refusalProblems(
  lines: readonly RefusedLine[],
  origins: readonly (readonly Origin[])[],
): readonly Problem[] {
  const same = Map.groupBy(lines, ({ line, why }) => `${line}\0${why}`)
  return [...same.values()].flatMap((each) => {
    const [first] = each
    const evidence = distinct(each.flatMap(({ at }) => origins[at - 1] ?? []))
    return first === undefined || evidence.length === 0 ? [] : [problem(first, evidence)]
  })
}

function problem({ line, why }: RefusedLine, evidence: readonly Evidence[]): Problem {
  return {
    code: 'frr/refused',
    severity: 'error',
    subject: line,
    field: '',
    reason: `FRR does not take this line: ${why}`,
    evidence,
    help: 'mend it in the object that asks for it, or take it out there; until then nothing else changes either',
  }
}

function distinct(origins: readonly Origin[]): readonly Evidence[] {
  const known = new Map(origins.map((origin) => [JSON.stringify([origin.object, origin.path]), origin]))
  return [...known.values()].map((origin) => ({ origin, says: '' }))
}
