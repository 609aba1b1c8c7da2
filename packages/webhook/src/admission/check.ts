import type { FrrConfigurationSpec } from '@frrkit/api'
import { merge } from '@frrkit/merge'
import {
  compareObjects,
  type Document,
  formatProblem,
  type NodeFacts,
  type ObjectRef,
  type Problem,
  type SecretDocument,
} from '@frrkit/model'
import { groupNodes, type KnownNode } from './node-groups.ts'
import { standInSecrets } from './stand-in-secrets.ts'

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
export function checkAlone(document: Configuration): readonly Finding[] {
  const { nodeSelector: _, ...spec } = document.spec
  const secrets = standInSecrets([document])
  const selecting = problemsOf([document], secrets, {}).filter(({ code }) => code === 'merge/node-selector')
  // Another object may bring the neighbor that VNIs need.
  const rest = problemsOf([{ ...document, spec }], secrets, {}).filter(
    ({ code }) => code !== 'merge/evpn-without-neighbor',
  )
  const problems = [...selecting, ...rest]
  return problems.length > 0 ? [{ problems }] : []
}

export type OnNodes = {
  readonly document: Configuration
  /** What it replaces. */
  readonly before: Configuration | undefined
  readonly others: readonly Configuration[]
  /** Those that the document selects. */
  readonly nodes: readonly KnownNode[]
}

/** What is wrong with a document beside all others of each node that it selects; every group of nodes once. */
export function checkOnNodes({ document, before, others, nodes }: OnNodes): readonly Finding[] {
  const labelsOf = new Map(nodes.map(({ name, labels }) => [name, labels]))
  const secrets = standInSecrets([document, ...(before ? [before] : []), ...others])
  const findings = groupNodes(nodes, others).map(({ nodes: alike, documents }): Finding => {
    const labels = labelsOf.get(alike[0] ?? '') ?? {}
    const found = problemsOf([...documents, document], secrets, labels)
    const errors = found.filter(({ severity }) => severity === 'error')
    const warnings = found.filter((problem) => problem.severity === 'warning' && isAbout(problem, document.object))
    if (errors.length === 0) return { nodes: alike, problems: warnings }
    const earlier = problemsOf(before === undefined ? documents : [...documents, before], secrets, labels)
    const known = new Set(earlier.map(formatProblem))
    const standing = errors.filter((problem) => known.has(formatProblem(problem)) && !isAbout(problem, document.object))
    return { nodes: alike, problems: [...errors.filter((error) => !standing.includes(error)), ...warnings], standing }
  })
  return sameFindings(findings)
}

function problemsOf(
  documents: readonly Configuration[],
  secrets: readonly SecretDocument[],
  labels: NodeFacts['labels'],
): readonly Problem[] {
  const facts: NodeFacts = { hostname: 'node', labels, alwaysBlock: [], logLevel: 'info', hasIpv4: true }
  const merged = merge({ documents, secrets, facts })
  return merged.ok ? merged.value.warnings : merged.problems
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
