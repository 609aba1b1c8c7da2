import { compareFrrTexts, parseFrrText, type Release } from '@frrkit/frr-text'
import type { RefusedLine } from '@frrkit/plugin'
import { type CheckedLine, check } from '../check/check.ts'
import { asWritten } from './as-written.ts'

/** What is known of a frr.conf before any FRR is asked. */
export type CheckedText = {
  /** What FRR would refuse, or would take and not do. */
  readonly wrong: readonly RefusedLine[]
  /** What only FRR itself can judge: no command that is known here. */
  readonly unknown: readonly RefusedLine[]
}

/** What an FRR of this release, which runs nothing yet, would say to a whole frr.conf. Pure: it asks nobody. */
export function checkText(text: string, release: Release): CheckedText {
  const wanted = parseFrrText(text)
  const { wrong, unknown } = check(wanted, compareFrrTexts(nothing, wanted), release)
  const written = (lines: readonly CheckedLine[]) => asWritten(text, lines).refused
  return { wrong: written(wrong), unknown: written(unknown) }
}

const nothing = parseFrrText('')
