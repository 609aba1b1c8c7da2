import { group, kinds } from '@frrkit/api'
import { mergeRules, ruleMeanings } from '@frrkit/merge'
import { dump } from 'js-yaml'
import { toCrd } from './to-crd.ts'
import { toMergeRules } from './to-merge-rules.ts'
import { toReference } from './to-reference.ts'

/** Every generated file, by its path in the repository. */
export function outputs(): Readonly<Record<string, string>> {
  const crds = kinds.map((kind) => [
    `packages/api/crds/${group}_${kind.plural}.yaml`,
    dump(toCrd(kind), { lineWidth: 120 }),
  ])
  return {
    ...Object.fromEntries(crds),
    'docs/api-reference.md': toReference(kinds),
    'docs/merge-rules.md': toMergeRules(mergeRules, ruleMeanings),
  }
}
