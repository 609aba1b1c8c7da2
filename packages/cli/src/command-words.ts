import { InvalidArgumentError, Option } from 'commander'

export function output(meaning: string): Option {
  return new Option('--output <format>', `text or json (default: ${meaning})`).choices(['text', 'json'])
}

/** Of a command that answers and ends, wherever it writes to. */
export function textOutput(): Option {
  return new Option('--output <format>', 'text or json').choices(['text', 'json']).default('text')
}

export function examples(...lines: readonly string[]): string {
  return `\nExample:\n${lines.map((line) => `  $ ${line}`).join('\n')}\n`
}

/** For an option that may be given several times. */
export function repeated(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value]
}

/** Undefined for an empty value, which a manifest or a variable has where nothing is meant. */
export function someMilliseconds(text: string): number | undefined {
  if (text === '') return undefined
  const ms = milliseconds(text)
  if (ms === 0) throw new InvalidArgumentError('Write at least one millisecond.')
  return ms
}

export function milliseconds(text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new InvalidArgumentError('Write whole milliseconds, 9999999 at most.')
  return Number(text)
}

export function seconds(text: string): number {
  const number = Number(text)
  if (!/^\d{1,5}(\.\d)?$/.test(text) || number === 0) throw new InvalidArgumentError('Write seconds, such as 5 or 0.5.')
  return number
}

export function port(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new InvalidArgumentError('Write a port, 0 to 65535.')
  return Number(text)
}

/** As `frr version` has it, without what a distribution adds. */
export function frrVersion(text: string): string {
  if (/^\d+(\.\d+)+$/.test(text)) return text
  throw new InvalidArgumentError('Write it as FRR does: 8.4.4, 10.3.')
}
