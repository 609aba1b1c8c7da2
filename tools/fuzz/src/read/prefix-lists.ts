import type { ConfLine } from './read-frr-conf.ts'

/** Entries by `ip prefix-list NAME`: FRR keeps those of the two families apart. */
export type PrefixLists = ReadonlyMap<string, readonly PrefixListEntry[]>
export type PrefixListEntry = { readonly seq: number; readonly rule: string; readonly number: number }

export function prefixListsOf(lines: readonly ConfLine[]): PrefixLists {
  const entries = lines.flatMap(({ words: [family, word, name, , seq, ...rule], number }) =>
    word === 'prefix-list'
      ? [{ list: `${family} prefix-list ${name}`, seq: Number(seq), rule: rule.join(' '), number }]
      : [],
  )
  return Map.groupBy(entries, ({ list }) => list)
}
