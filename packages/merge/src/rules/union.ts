import { compareText, ok, type Sourced } from '@frrkit/model'
import { joinSourced, type Order } from '../sourced.ts'
import { type Rule, rule } from './rule.ts'

/** Every object may add; nobody can take away. Sorted, so that the order of objects cannot show. */
export function union<T extends string>(unset = 'nothing'): Rule<readonly T[]> {
  return rule({ rule: 'union', unset }, (_, claims) =>
    ok([...new Set(claims.flatMap(({ value }) => value))].toSorted(compareText)),
  )
}

/** The same for values that remember who asked for them. */
export function unionOf<T>(order: Order<T>): Rule<readonly Sourced<T>[]> {
  return rule({ rule: 'union', unset: 'nothing' }, (_, claims) => {
    const lists = claims.map(({ value }) => value)
    return ok(joinSourced(lists, order))
  })
}
