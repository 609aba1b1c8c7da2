import { type Advertise, compareText, ok } from '@frrkit/model'
import { joinPrefixes } from '../prefix-list.ts'
import { type Rule, rule } from './rule.ts'

type Communities = Advertise['communities']

/** A prefix carries every community that any object gives it. Standard ones before large ones, each by their text. */
export function unionOfCommunities(): Rule<Communities> {
  return rule({ rule: 'union', unset: 'nothing' }, (_, claims) => {
    const asks = claims.flatMap(({ value }) => value)
    const groups = Map.groupBy(asks, ({ community: { kind, text } }) => `${kind === 'large' ? 'large:' : ''}${text}`)
    return ok([...groups].toSorted(([a], [b]) => compareText(a, b)).flatMap(([, entries]) => joined(entries)))
  })
}

/** Entries of one community. */
function joined(entries: Communities): Communities {
  const [first] = entries
  return first === undefined ? [] : [{ community: first.community, prefixes: joinPrefixes(entries) }]
}
