import { failed, ok, say as sayValue } from '@frrkit/model'
import { conflict } from './conflict.ts'
import { type Rule, rule } from './rule.ts'

type Options<T> = {
  /** Values are the same when their keys are. */
  readonly key?: (value: T) => unknown
  readonly say?: (value: T) => string
}

/** All objects say the same, and leaving the field out says something too: that there shall be none. */
export function same<T>({ key = (value) => value, say = sayValue }: Options<T> = {}): Rule<T | undefined> {
  const words = (value: T | undefined) => (value === undefined ? 'nothing' : say(value))
  return rule({ rule: 'same', unset: 'that there is none' }, (asked, claims) => {
    const keys = new Set(claims.map(({ value }) => (value === undefined ? undefined : key(value))))
    if (keys.size <= 1) return ok(claims[0]?.value)
    return failed(
      conflict(asked, claims, words, `set ${asked.field} to the same value in all of these objects, or in none`),
    )
  })
}
