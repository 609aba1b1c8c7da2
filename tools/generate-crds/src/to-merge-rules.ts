import type { MergeRule, RulesOfPart } from '@frrkit/merge'
import { cell } from './cell.ts'

/** The page about merging: what each rule does, and which field has which. */
export function toMergeRules(parts: readonly RulesOfPart[], meanings: Readonly<Record<string, string>>): string {
  const rules = Object.entries(meanings).map(([rule, meaning]) => `| ${rule} | ${cell(meaning)} |`)
  return `# Merge rules

Generated from the rules that \`packages/merge\` runs, by \`npm run generate\`; do not edit. [Concepts](concepts.md#merging) says
what merging is for; [merge/conflict](problems/merge-conflict.md) what a conflict looks like.

| rule | meaning |
|---|---|
${rules.join('\n')}

Before anything is compared, addresses and prefixes get canonical text (RFC 5952, host bits cleared, \`::ffff:a.b.c.d\` as IPv4), times
become whole seconds, communities lose leading zeros. A field that is empty is one that nobody set.

${parts.map(table).join('\n\n')}

## Raw snippets

Nothing is merged: all snippets are written, by \`priority\` (lower first), then by the name of the object.
`
}

function table({ part, path, sameWhen, rules }: RulesOfPart): string {
  const head = [`## ${part}`, '', `\`${path}\`. Two objects speak of the same one when ${sameWhen}.`]
  return [...head, '', '| field | rule | leaving it out says | why |', '|---|---|---|---|', ...rules.map(row)].join(
    '\n',
  )
}

function row({ field, rule, unset, why }: MergeRule): string {
  return `| \`${field}\` | ${rule} | ${cell(unset)} | ${cell(why)} |`
}
