import { ok, type Receive } from '@frrkit/model'
import { compareFilters } from '../compare-filters.ts'
import { joinSourced } from '../sourced.ts'
import { type Rule, rule } from './rule.ts'

/** Accepting everything wins over accepting something, and something over nothing. */
export function widest(): Rule<Receive> {
  return rule({ rule: 'widest', unset: 'nothing' }, (_, claims) => {
    const all = claims.flatMap(({ value }) => (value.mode === 'all' ? value.origins : []))
    if (all.length > 0) return ok({ mode: 'all', origins: all })
    const lists = claims.map(({ value }) => (value.mode === 'filtered' ? value.filters : []))
    return ok({ mode: 'filtered', filters: joinSourced(lists, compareFilters) })
  })
}
