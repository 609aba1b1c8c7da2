import { compareFrrTexts, parseFrrText } from '@frrkit/frr-text'
import type { RefusedLine } from '@frrkit/plugin'
import { type CheckedLine, check } from '../check/check.ts'
import { asWritten } from './as-written.ts'

/** What is known of a frr.conf before any FRR is asked. */
export type CheckedFrrConf = {
  /** Of FRR, as it was asked for. */
  readonly version: string
  /** What FRR would refuse, or would take and not do. */
  readonly wrong: readonly RefusedLine[]
  /** What only FRR itself can judge: no command that is known here. */
  readonly unknown: readonly RefusedLine[]
}

/** What an FRR of each of these versions, which runs nothing yet, would say to a whole frr.conf. Pure: it asks nobody. */
export function checkFrrConf(text: string, versions: readonly string[]): readonly CheckedFrrConf[] {
  const wanted = parseFrrText(text)
  const comparison = compareFrrTexts(nothing, wanted)
  const written = (lines: readonly CheckedLine[]) => asWritten(text, lines).refused
  return versions.map((version) => {
    const { wrong, unknown } = check(wanted, comparison, { version })
    return { version, wrong: written(wrong), unknown: written(unknown) }
  })
}

const nothing = parseFrrText('')
