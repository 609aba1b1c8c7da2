import type { Prefix } from '@frrkit/model'
import type { ParsePrefix } from './outline.ts'

/** The texts that are prefixes; the checks report the others. */
export function parsed(texts: readonly string[] = [], parse: ParsePrefix): readonly Prefix[] {
  const prefixes: Prefix[] = []
  for (const text of texts) {
    const prefix = parse(text)
    if (prefix !== undefined) prefixes.push(prefix)
  }
  return prefixes
}
