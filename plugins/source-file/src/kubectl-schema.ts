import { boolCoreTag, CORE_SCHEMA, defineScalarTag, intCoreTag, mergeTag, NOT_RESOLVED, type Schema } from 'js-yaml'

/**
 * Plain scalars as `kubectl` reads them, so that a file means the same in a folder and in a cluster: YAML 1.2 core types,
 * and from YAML 1.1 the words for booleans, octal and binary integers, underscores between digits, and merge keys. What
 * looks like a date stays text, and so does `65000:100`, which YAML 1.1 proper would take for minutes and seconds.
 */
export const kubectlSchema: Schema = CORE_SCHEMA.withTags(
  mergeTag,
  defineScalarTag<boolean>(boolCoreTag.tagName, {
    implicit: true,
    implicitFirstChars: 'yYnNtTfFoO'.split(''),
    resolve: (text) => booleans.get(text) ?? NOT_RESOLVED,
    identify: (value) => typeof value === 'boolean',
  }),
  defineScalarTag<number>(intCoreTag.tagName, {
    implicit: true,
    implicitFirstChars: '+-0123456789'.split(''),
    resolve: (text) => readInteger(text) ?? NOT_RESOLVED,
    identify: (value) => Number.isInteger(value),
  }),
)

const booleans = new Map<string, boolean>([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map((word) => [word, true] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map((word) => [word, false] as const),
])

function readInteger(text: string): number | undefined {
  const match = /^([+-]?)(0x[\da-f_]+|0b[01_]+|0o?[0-7_]*|\d[\d_]*)$/i.exec(text)
  if (!match) return undefined
  const digits = (match[2] ?? '').replaceAll('_', '')
  // `010` is eight here, as in C; the digits 8 and 9 tell that `089` was never meant to be octal.
  const octal = /^0o?(?=[0-7]+$)/i
  const value = Number(digits.replace(octal, '0o'))
  return Number.isNaN(value) ? undefined : match[1] === '-' ? -value : value
}
