import type { Plugin } from '@frrkit/plugin'
import type { MetallbOptions } from './options.ts'
import { translatorMetallb } from './translator.ts'

export type SourceMetallbOptions = MetallbOptions

/** MetalLB's objects as a part of the configuration: those that other sources hand over. */
export function sourceMetallb(options: SourceMetallbOptions = {}): readonly Plugin[] {
  return [translatorMetallb(options)]
}
