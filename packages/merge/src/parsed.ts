import type { Prefix } from '@frrkit/model'
import type { ParsePrefix } from './outline.ts'

/** The texts that are prefixes; the checks report the others. */
export function parsed(texts: readonly string[] = [], parse: ParsePrefix): readonly Prefix[] {
  return texts.flatMap((text) => parse(text) ?? [])
}
