import type { FrrConfigurationSpec } from '@frrkit/api'
import { merge } from '@frrkit/merge'
import type { Document, Problem } from '@frrkit/model'
import { standInSecrets } from './stand-in-secrets.ts'

type Configuration = Document<FrrConfigurationSpec>

// What `merge` remembers hangs on the identity of documents.
const unselective = new WeakMap<Configuration, Configuration>()

/** What is wrong with documents, and what to warn of, on a node that all of them are for, whatever they select. */
export function problemsOf(documents: readonly Configuration[]): readonly Problem[] {
  const facts = { hostname: 'node', labels: {}, alwaysBlock: [], logLevel: 'info', hasIpv4: true } as const
  const merged = merge({ documents: documents.map(everywhere), secrets: standInSecrets(documents), facts })
  return merged.ok ? merged.value.warnings : merged.problems
}

export function errorsOf(documents: readonly Configuration[]): readonly Problem[] {
  return problemsOf(documents).filter(({ severity }) => severity === 'error')
}

/** Reads every document once, so that the first write does not wait for it. */
export function warmUp({ documents }: { readonly documents: readonly Configuration[] }): void {
  for (const document of documents) problemsOf([document])
}

function everywhere(document: Configuration): Configuration {
  const found = unselective.get(document)
  if (found !== undefined) return found
  const { nodeSelector: _, ...spec } = document.spec
  const made = { ...document, spec }
  unselective.set(document, made)
  return made
}
