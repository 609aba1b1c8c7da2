import { type Advertise, comparePrefixes, failed, type Origin, ok, type Problem } from '@frrkit/model'
import { joinSourced } from '../sourced.ts'
import type { Asked, Rule } from './rule.ts'

type LocalPrefs = Advertise['localPrefs']

/** Objects may give preferences to different prefixes, not different preferences to one. By preference. */
export function oneLocalPref(): Rule<LocalPrefs> {
  return (asked, claims) => {
    const groups = Map.groupBy(
      claims.flatMap(({ value }) => value),
      ({ localPref }) => localPref,
    )
    const joined = [...groups]
      .toSorted(([a], [b]) => a - b)
      .map(([localPref, entries]) => ({
        localPref,
        prefixes: joinSourced(
          entries.map(({ prefixes }) => prefixes),
          comparePrefixes,
        ),
      }))
    const problems = conflicts(asked, joined)
    return problems.length > 0 ? failed(...problems) : ok(joined)
  }
}

function conflicts({ subject, field }: Asked, localPrefs: LocalPrefs): readonly Problem[] {
  const wanted = new Map<string, { readonly localPref: number; readonly origins: readonly Origin[] }[]>()
  for (const { localPref, prefixes } of localPrefs) {
    for (const { value, origins } of prefixes) {
      const others = wanted.get(value.text)
      if (others === undefined) wanted.set(value.text, [{ localPref, origins }])
      else others.push({ localPref, origins })
    }
  }
  return [...wanted].flatMap(([prefix, asks]) => (asks.length > 1 ? [problem(prefix, asks)] : []))

  function problem(
    prefix: string,
    asks: readonly { readonly localPref: number; readonly origins: readonly Origin[] }[],
  ): Problem {
    return {
      code: 'merge/conflict',
      severity: 'error',
      subject,
      field,
      reason: `different local preferences for ${prefix}`,
      evidence: asks.flatMap(({ localPref, origins }) =>
        origins.map((origin) => ({ origin, says: String(localPref) })),
      ),
      help: `give ${prefix} one local preference`,
    }
  }
}
