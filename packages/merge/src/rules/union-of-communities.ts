import { type Advertise, comparePrefixes, compareText, ok } from '@frrkit/model'
import { joinSourced } from '../sourced.ts'
import type { Rule } from './rule.ts'

type Communities = Advertise['communities']

/** A prefix carries every community that any object gives it. Standard ones before large ones, each by their text. */
export function unionOfCommunities(): Rule<Communities> {
  return (_, claims) => {
    const groups = Map.groupBy(
      claims.flatMap(({ value }) => value),
      ({ community }) => `${community.kind === 'large' ? 'large:' : ''}${community.text}`,
    )
    const joined = [...groups].toSorted(([a], [b]) => compareText(a, b)).flatMap(([, entries]) => joinedGroup(entries))
    return ok(joined)
  }
}

function joinedGroup(entries: Communities): Communities {
  const [first] = entries
  return first
    ? [
        {
          community: first.community,
          prefixes: joinSourced(
            entries.map(({ prefixes }) => prefixes),
            comparePrefixes,
          ),
        },
      ]
    : []
}
