import { failed, ok, say as sayValue } from '@frrkit/model'
import { conflict } from './conflict.ts'
import { type Asked, type Rule, rule } from './rule.ts'

type Options<T> = {
  /** What FRR does where nobody sets the field: saying that much is the same as saying nothing. */
  readonly unsetMeans?: NoInfer<T>
  readonly say?: (value: NoInfer<T>) => string
  readonly help?: string
}

/** Objects that set the field set it alike; one that leaves it out takes what the others say. */
export function agree<T extends string | number | boolean>(options: Options<T> = {}): Rule<T | undefined> {
  const { unsetMeans, say = sayValue, help } = options
  const words = (value: T | undefined) => (value === undefined ? unset(unsetMeans, say) : say(value))
  const means = unsetMeans === undefined ? 'what the others say' : say(unsetMeans)
  return rule({ rule: 'agree', unset: means }, (asked, claims) => {
    const telling = unsetMeans === undefined ? claims.filter(({ value }) => value !== undefined) : claims
    if (new Set(telling.map(({ value }) => value ?? unsetMeans)).size > 1) {
      return failed(conflict(asked, telling, words, help ?? wayOut(asked, unsetMeans)))
    }
    return ok(telling.find(({ value }) => value !== undefined)?.value)
  })
}

function unset<T>(meaning: T | undefined, say: (value: T) => string): string {
  return meaning === undefined ? 'nothing' : `nothing (means ${say(meaning)})`
}

/** Where leaving it out says something too, it is no way out that one object alone sets it. */
function wayOut({ field }: Asked, unsetMeans: unknown): string {
  return unsetMeans === undefined
    ? `set ${field} in one of these objects only, or to the same value in all`
    : `set ${field} to the same value in all of these objects, or in none`
}
