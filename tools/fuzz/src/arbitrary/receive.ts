import * as fc from 'fast-check'
import { type Catalogue, nth } from './catalogue.ts'
import type { PrefixText } from './prefixes.ts'
import { present } from './present.ts'
import { spell } from './spelled.ts'

type SelectorPlan = {
  readonly prefix: number
  readonly spelling: number
  /** How far beyond the shortest length that FRR takes. */
  readonly ge: number | undefined
  readonly le: number | undefined
}

export type ReceivePlan = {
  readonly mode: 'all' | 'filtered' | 'default' | 'nothing'
  readonly selectors: readonly SelectorPlan[]
}

const beyond: fc.Arbitrary<number | undefined> = fc.option(fc.nat(128), { nil: undefined })

export const receivePlans: fc.Arbitrary<ReceivePlan> = fc.record({
  mode: fc.constantFrom('all', 'filtered', 'filtered', 'default', 'nothing'),
  selectors: fc.array(fc.record({ prefix: fc.nat(7), spelling: fc.nat(4), ge: beyond, le: beyond }), { maxLength: 5 }),
})

export function writeReceive(catalogue: Catalogue, { mode, selectors }: ReceivePlan): object {
  if (mode === 'nothing') return {}
  const prefixes = selectors.map((plan) => writeSelector(nth(catalogue.prefixes, plan.prefix), plan))
  if (mode === 'default') return { allowed: { prefixes } }
  return { allowed: mode === 'all' ? { mode } : { mode, prefixes } }
}

/** Length of the prefix ≤ ge ≤ le ≤ 32 or 128; a length of 0 cannot be written. */
function writeSelector({ spelled, length, family }: PrefixText, plan: SelectorPlan): object {
  const most = family === 'ipv4' ? 32 : 128
  const within = (least: number, n: number | undefined) =>
    n === undefined ? undefined : least + (n % (most - least + 1)) || undefined
  const ge = within(length, plan.ge)
  return present({ prefix: spell(spelled, plan.spelling), ge, le: within(ge ?? length, plan.le) })
}
