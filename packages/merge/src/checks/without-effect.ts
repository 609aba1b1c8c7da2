import { type Problem, say } from '@frrkit/model'
import { set } from '../identity.ts'
import type { NeighborEntry } from '../neighbor-entry.ts'
import { problemAt } from '../place.ts'

/** Fields that are set and do nothing: harmless, and not what somebody meant. */
export function withoutEffect(entry: NeighborEntry): readonly Problem[] {
  const { disableMP, passwordSecret, sourceaddress, toAdvertise } = entry.spec
  const warn = (field: string, says: string, reason: string, help: string) =>
    problemAt(entry, field, { code: 'merge/without-effect', severity: 'warning', reason, says, help })
  const found: Problem[] = []
  if (disableMP === true) {
    found.push(
      warn(
        'disableMP',
        'true',
        'deprecated, and without effect',
        'remove it; dualStackAddressFamily adds the other family',
      ),
    )
  }
  const source = set(sourceaddress)
  if (source !== undefined && entry.name !== undefined && entry.address === undefined) {
    found.push(warn('sourceaddress', say(source), 'FRR ignores the source of an unnumbered session', 'remove it'))
  }
  const namespace = set(passwordSecret?.namespace)
  if (namespace !== undefined && namespace !== entry.document.object.namespace) {
    const reason = 'the Secret is read from the namespace of the daemon'
    found.push(
      warn('passwordSecret.namespace', say(namespace), reason, 'remove it, and put the Secret where the daemon is'),
    )
  }
  for (const list of ['withLocalPref', 'withCommunity'] as const) {
    for (const [i, { prefixes = [] }] of (toAdvertise?.[list] ?? []).entries()) {
      const reason = 'no prefixes are listed'
      if (prefixes.length === 0)
        found.push(warn(`toAdvertise.${list}[${i}].prefixes`, 'nothing', reason, 'list prefixes, or remove the entry'))
    }
  }
  return found
}
