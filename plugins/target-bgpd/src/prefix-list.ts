import type { Origin, Prefix, Sourced } from '@frrkit/model'
import { sequenceNumbers } from './sequence.ts'

export const ipv4PrefixListTemplate = `\
{{#rules}}
{{> origins}}
ip prefix-list {{list}} seq {{seq}} permit {{prefix}}
{{/rules}}
`

export const ipv6PrefixListTemplate = `\
{{#rules}}
{{> origins}}
ipv6 prefix-list {{list}} seq {{seq}} permit {{prefix}}
{{/rules}}
`

/** A prefix-list that permits exact prefixes. */
export type PrefixListView = {
  readonly list: string
  readonly rules: readonly { readonly seq: number; readonly prefix: string; readonly origins: readonly Origin[] }[]
}

export function prefixListView(list: string, prefixes: readonly Sourced<Prefix>[]): PrefixListView {
  const numbers = sequenceNumbers(prefixes.map(({ value }) => value.text))
  return {
    list,
    rules: prefixes.map(({ value, origins }, i) => ({ seq: numbers[i] ?? 0, prefix: value.text, origins })),
  }
}
