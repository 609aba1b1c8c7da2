import type { FrrConfigurationSpec } from '@frrkit/api'
import { merge } from '@frrkit/merge'
import { compareObjects, type Document, formatProblem, type ObjectRef, type Problem } from '@frrkit/model'
import { errorsOf, problemsOf } from './everywhere.ts'
import { groupNodes, type KnownNode } from './node-groups.ts'
import { needsOthers, suspects } from './suspects.ts'

type Configuration = Document<FrrConfigurationSpec>

export type Finding = {
  /** Where; without it, whichever nodes there are. */
  readonly nodes?: readonly string[]
  /** Errors that the write makes or is a part of, and warnings about the written object. */
  readonly problems: readonly Problem[]
  /** Errors that were there before, and that have nothing to do with the written object. */
  readonly standing?: readonly Problem[]
}

/** What is wrong with a document on its own, whatever else is stored. */
export function checkAlone(document: Configuration): Finding {
  const rest = problemsOf([document]).filter((problem) => !needsOthers(problem))
  return { problems: [...selectorProblems(document), ...rest] }
}

function selectorProblems({ object, spec: { nodeSelector = {} } }: Configuration): readonly Problem[] {
  const facts = { hostname: 'node', labels: {}, alwaysBlock: [], logLevel: 'info', hasIpv4: true } as const
  const merged = merge({ documents: [{ object, spec: { nodeSelector } }], secrets: [], facts })
  return merged.ok ? [] : merged.problems
}

export type OnNodes = {
  readonly document: Configuration
  /** What it replaces. */
  readonly before: Configuration | undefined
  readonly others: readonly Configuration[]
  /** Those that the document selects. */
  readonly nodes: readonly KnownNode[]
}

/** What is wrong with a document beside the others of each node that it selects; every group of nodes once. */
export function checkOnNodes({ document, before, others, nodes }: OnNodes): readonly Finding[] {
  const met = new Set(groupNodes(nodes, others).flatMap(({ documents }) => documents))
  const involved = suspects(document, [...met])
  if (involved === undefined) return []
  const findings = groupNodes(nodes, involved).map(({ nodes: alike, documents }): Finding => {
    const errors = errorsOf([...documents, document])
    if (errors.length === 0) return { nodes: alike, problems: [] }
    const earlier = new Set(standingErrors(documents, before).map(formatProblem))
    const { standing = [], own = [] } = Object.groupBy(errors, (error) =>
      earlier.has(formatProblem(error)) && !isAbout(error, document.object) ? 'standing' : 'own',
    )
    return { nodes: alike, problems: own, standing }
  })
  return sameFindings(findings)
}

/** What was wrong before, or is without the written object: taking a voice from a conflict makes no new one of it. */
export function standingErrors(
  documents: readonly Configuration[],
  before: Configuration | undefined,
): readonly Problem[] {
  const without = errorsOf(documents)
  if (before === undefined) return without
  // What others need, `before` may have had.
  return [...without.filter((error) => !needsOthers(error)), ...errorsOf([...documents, before])]
}

function isAbout({ evidence }: Problem, object: ObjectRef): boolean {
  return evidence.some(({ origin }) => compareObjects(origin.object, object) === 0)
}

/** Groups of nodes on which the same is wrong become one finding: nobody reads a conflict five hundred times. */
function sameFindings(findings: readonly Finding[]): readonly Finding[] {
  const texts = (finding: Finding) => [...finding.problems, ...(finding.standing ?? [])].map(formatProblem).join('\0')
  return [...Map.groupBy(findings, texts).values()].flatMap((alike) => {
    const [first] = alike
    return first === undefined ? [] : [{ ...first, nodes: alike.flatMap(({ nodes = [] }) => nodes) }]
  })
}
