import type { FrrConfigurationSpec } from '@frrkit/api'
import { type Document, parseFrrConfiguration, type SourceObject, selects } from '@frrkit/model'
import { checkAlone, checkOnNodes, type Finding } from './check.ts'
import type { KnownNode } from './node-groups.ts'
import { denial, warningTexts } from './words.ts'
import { writeWarnings } from './write-warnings.ts'

export type Configuration = Document<FrrConfigurationSpec>

/** A create or an update that somebody asks for. */
export type Write = {
  readonly object: SourceObject
  /** What it replaces. */
  readonly before?: SourceObject
}

/** What is stored, as of one moment. */
export type ClusterView = { readonly documents: readonly Configuration[]; readonly nodes: readonly KnownNode[] }

export type Scope = {
  /** That of the daemons. */
  readonly namespace: string
  /** Take objects of all namespaces for the daemons', as frr-k8s does. */
  readonly allNamespaces: boolean
}

/** `denial` is undefined where the write is allowed. */
export type Verdict = { readonly denial?: string; readonly warnings: readonly string[] }

/** Whether a write leaves every node with objects that make sense together. Never throws, whatever is stored. */
export function judge(write: Write, view: ClusterView, { namespace, allNamespaces }: Scope): Verdict {
  const parsed = parseFrrConfiguration(write.object)
  if (!parsed.ok) return { denial: denial([{ problems: parsed.problems }]), warnings: [] }
  const { document } = parsed.value
  const { object } = document
  const before = write.before && documentOf(parseFrrConfiguration(write.before))
  const words = writeWarnings(document, before)

  const alone = checkAlone(document)
  const wrong = alone.problems.some(({ severity }) => severity === 'error')
  const counts = allNamespaces || object.namespace === namespace
  const ignored = `the daemons ignore this object: they read those of namespace ${namespace}`
  // What is wrong wherever it is read needs no other object to be told.
  if (wrong || !counts) return verdict([alone], document, counts ? words : [ignored, ...words])
  const others = view.documents.filter(
    ({ object: other }) => other.name !== object.name || other.namespace !== object.namespace,
  )
  const nodes = view.nodes.filter(({ labels }) => selects(document.spec.nodeSelector, labels))
  return verdict([alone, ...checkOnNodes({ document, before, others, nodes })], document, words)
}

function verdict(findings: readonly Finding[], document: Configuration, words: readonly string[]): Verdict {
  const denied = findings
    .map((finding) => ({ ...finding, problems: finding.problems.filter(({ severity }) => severity === 'error') }))
    .filter(({ problems }) => problems.length > 0)
  const warnings = [...new Set([...words, ...warningTexts(findings, document.object)])]
  return { ...(denied.length > 0 && { denial: denial(denied) }), warnings }
}

function documentOf(parsed: ReturnType<typeof parseFrrConfiguration>): Configuration | undefined {
  return parsed.ok ? parsed.value.document : undefined
}
