import { failed, type NodeFacts, ok, type Result, type SourceObject, sortProblems } from '@frrkit/model'
import type { DocumentKind, RenderTarget, SlotContent } from '@frrkit/plugin'
import { aModel, renderAlone } from '@frrkit/testing'
import { targetStaticd } from '../src/target-staticd.ts'

const plugins = targetStaticd()
export const kind: DocumentKind = plugins.find((plugin) => plugin.contract === 'document-kind/v1') as DocumentKind
export const target: RenderTarget = plugins.find((plugin) => 'template' in plugin) as RenderTarget

const node: NodeFacts = { hostname: 'node-a', labels: {}, alwaysBlock: [], logLevel: 'info', hasIpv4: true }

/** What a daemon with this plugin alone makes of objects for the slot. */
export function contentOf(
  objects: readonly SourceObject[],
  labels: NodeFacts['labels'] = {},
): Result<SlotContent<unknown>> {
  const parsed = objects.map((object) => kind.parse(object))
  const documents = parsed.flatMap((result) => (result.ok ? [result.value] : []))
  const merged = kind.merge({ documents, secrets: [], facts: { ...node, labels } })
  const problems = [...parsed, merged].flatMap((result) => (result.ok ? [] : result.problems))
  return merged.ok && problems.length === 0 ? merged : failed(...sortProblems(problems))
}

/** And the part of frr.conf that comes of it. */
export function compiled(objects: readonly SourceObject[], labels: NodeFacts['labels'] = {}): Result<string> {
  const merged = contentOf(objects, labels)
  if (!merged.ok) return merged
  return ok(renderAlone(target, aModel({ slots: { [kind.slot]: merged.value.content } })))
}
