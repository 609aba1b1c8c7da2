import { type Advertise, type Evidence, ok, type Problem } from '@frrkit/model'
import { joinPrefixes } from '../prefix-list.ts'
import { type Asked, type Rule, rule } from './rule.ts'

type LocalPrefs = Advertise['localPrefs']

/** Objects may give preferences to different prefixes, not different preferences to one. By preference. */
export function oneLocalPref(): Rule<LocalPrefs> {
  return rule({ rule: 'one each', unset: 'nothing' }, (asked, claims) => {
    const asks = claims.flatMap(({ value }) => value)
    const joined = [...Map.groupBy(asks, ({ localPref }) => localPref)]
      .toSorted(([a], [b]) => a - b)
      .map(([localPref, entries]) => ({ localPref, prefixes: joinPrefixes(entries) }))
    const problems = conflicts(asked, joined)
    return problems.length > 0 ? { ok: false, problems } : ok(joined)
  })
}

/** What is joined has each prefix once for each preference; so a prefix that comes twice has two. */
function conflicts(asked: Asked, localPrefs: LocalPrefs): readonly Problem[] {
  const asks = localPrefs.flatMap(({ localPref, prefixes }) => prefixes.map((prefix) => ({ localPref, ...prefix })))
  return [...Map.groupBy(asks, ({ value }) => value.text)].flatMap(([prefix, group]) => {
    if (group.length === 1) return []
    const evidence = group.flatMap(({ localPref, origins }) =>
      origins.map((origin) => ({ origin, says: String(localPref) })),
    )
    return [conflict(asked, prefix, evidence)]
  })
}

function conflict({ subject, field }: Asked, prefix: string, evidence: readonly Evidence[]): Problem {
  return {
    code: 'merge/conflict',
    severity: 'error',
    subject,
    field,
    reason: `different local preferences for ${prefix}`,
    evidence,
    help: `give ${prefix} one local preference`,
  }
}
