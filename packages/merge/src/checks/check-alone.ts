import type { Problem } from '@frrkit/model'
import type { Outline } from '../outline.ts'

export function checkAlone(_: Outline): readonly Problem[] {
  return []
}
