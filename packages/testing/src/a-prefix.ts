import { type Origin, type Prefix, parsePrefix, type Sourced } from '@frrkit/model'

/** The prefix that a text means; the text must be right, since a test wrote it. */
export function aPrefix(text: string): Prefix {
  const prefix = parsePrefix(text)
  if (prefix === undefined) throw new Error(`BUG: ${text} is no prefix`)
  return prefix
}

/** A value that somebody asked for, or nobody where a test does not care. */
export function sourced<T>(value: T, ...origins: readonly Origin[]): Sourced<T> {
  return { value, origins }
}

/** Prefixes with nobody behind them. */
export function prefixes(...texts: readonly string[]): readonly Sourced<Prefix>[] {
  return texts.map((text) => sourced(aPrefix(text)))
}
