import { failed, say } from '@frrkit/model'
import { conflict } from './conflict.ts'
import { type Rule, rule } from './rule.ts'
import { union } from './union.ts'

/** Every object may add, where every object names some; where one leaves all to FRR, all must. */
export function unionUnlessMixed(): Rule<readonly string[]> {
  const join = union<string>()
  return rule({ rule: 'union, or nobody', unset: 'that FRR derives them' }, (asked, claims) => {
    const mixed = new Set(claims.map(({ value }) => value.length > 0)).size > 1
    if (!mixed) return join(asked, claims)
    return failed(conflict(asked, claims, words, `set ${asked.field} in all of these objects, or in none`))
  })
}

function words(list: readonly string[]): string {
  return list.length > 0 ? list.map(say).join(' ') : 'nothing (FRR derives them)'
}
