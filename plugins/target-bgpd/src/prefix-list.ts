import type { Origin, Prefix, Sourced } from '@frrkit/model'
import { chunking } from './chunks.ts'
import { hashesOf } from './hashes.ts'
import { sequenceNumbers } from './sequence.ts'

export const ipv4PrefixListTemplate = `\
{{#chunks}}
{{#rules}}
{{> origins}}
ip prefix-list {{list}} seq {{seq}} permit {{prefix}}
{{/rules}}
{{/chunks}}
`

export const ipv6PrefixListTemplate = `\
{{#chunks}}
{{#rules}}
{{> origins}}
ipv6 prefix-list {{list}} seq {{seq}} permit {{prefix}}
{{/rules}}
{{/chunks}}
`

type Rule = { readonly seq: number; readonly prefix: string; readonly origins: readonly Origin[] }

/** A prefix-list that permits exact prefixes; no chunk where there are none. */
export type PrefixListView = {
  readonly list: string
  readonly chunks: readonly { readonly list: string; readonly rules: readonly Rule[] }[]
}

export function prefixListView(list: string, prefixes: readonly Sourced<Prefix>[]): PrefixListView {
  return { list, chunks: chunks(list, prefixes, sequenceNumbers(hashesOf(prefixes))) }
}

const chunks = chunking((list, prefixes: readonly Sourced<Prefix>[], numbers) => ({
  list,
  rules: prefixes.map(({ value, origins }, i) => ({ seq: numbers[i] ?? 0, prefix: value.text, origins })),
}))
