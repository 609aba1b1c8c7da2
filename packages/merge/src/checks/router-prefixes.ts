import type { Problem } from '@frrkit/model'
import type { RouterEntry } from '../outline.ts'
import { problemAt } from '../place.ts'
import { prefixesAt } from './prefixes-at.ts'

/** What a router originates are prefixes, and none that bgpd refuses. */
export function routerPrefixes(entry: RouterEntry): readonly Problem[] {
  const { problems, prefixes } = prefixesAt(entry, 'prefixes', entry.spec.prefixes, entry.parse)
  const linkLocal = prefixes
    .filter(({ prefix }) => prefix.family === 'ipv6' && prefix.length >= 10 && /^fe[89ab]/.test(prefix.text))
    .map(({ index, prefix }) =>
      problemAt(entry, `prefixes[${index}]`, {
        code: 'merge/link-local-prefix',
        reason: 'link-local addresses mean something on their link only, so FRR does not announce them',
        says: prefix.text,
        help: 'remove the prefix',
      }),
    )
  return [...problems, ...linkLocal]
}
