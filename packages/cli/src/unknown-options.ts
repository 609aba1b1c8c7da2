import { nearestField } from '@frrkit/api'
import type { Problem } from '@frrkit/model'
import type { PluginChoice } from './settings.ts'

/** Options that the plugin does not have, as far as its package says which it has (`optionNames` of @frrkit/plugin). */
export function unknownOptions(
  { name, options, besides = [] }: PluginChoice,
  optionNames: unknown,
): readonly Problem[] {
  if (typeof optionNames !== 'object' || optionNames === null) return []
  const known = Object.entries(optionNames).flatMap(([option, inFile]) => (inFile === true ? [option] : []))
  const given = Object.entries(options).flatMap(([option, value]) => (value === undefined ? [] : [option]))
  return given
    .filter((option) => !known.includes(option) && !besides.includes(option))
    .map((option) => unknownOption(name, option, known.toSorted()))
}

function unknownOption(plugin: string, option: string, known: readonly string[]): Problem {
  const nearest = nearestField(option, known)
  const meant = nearest === undefined ? '' : `did you mean ${nearest}? `
  return {
    code: 'cli/unknown-option',
    severity: 'error',
    subject: `plugin ${plugin}`,
    field: option,
    reason: 'there is no such option',
    evidence: [],
    help: known.length === 0 ? 'it has no options' : `${meant}its options are ${known.join(', ')}`,
  }
}
