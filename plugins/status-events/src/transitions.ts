import { objectName } from '@frrkit/model'
import type { NodeReport } from '@frrkit/plugin'
import { type Verdict, verdicts } from './verdicts.ts'

/** What the objects were told last. */
export type Told = {
  readonly verdicts: ReadonlyMap<string, Verdict>
  /** Whether there was a conversion that went well: before it, nobody knows which objects were accepted already. */
  readonly complete: boolean
}

export const nothingTold: Told = { verdicts: new Map(), complete: false }

/** Events live for an hour: what was said of older objects before this process began is nobody's news. */
const lifeOfEvents = 3_600_000

export type Transitions = { readonly told: Told; readonly news: readonly Verdict[] }

/** What is new in a report; `now` in milliseconds since 1970. */
export function transitions(before: Told, report: NodeReport, now: number): Transitions {
  const judged = verdicts(report)
  const news = judged.filter((verdict) => {
    const last = before.verdicts.get(objectName(verdict.object))
    if (last?.reason === verdict.reason && last.note === verdict.note) return false
    return before.complete || last !== undefined || verdict.reason !== 'Accepted' || isYoung(verdict, now)
  })
  const { ok } = report.conversion
  const told = new Map(judged.map((verdict) => [objectName(verdict.object), verdict]))
  // Of the objects that a failed conversion says nothing about, what was said before still holds.
  const all = ok ? told : new Map([...before.verdicts, ...told])
  return { told: { verdicts: all, complete: before.complete || ok }, news }
}

function isYoung({ object }: Verdict, now: number): boolean {
  return object.created !== undefined && now - Date.parse(object.created) < lifeOfEvents
}
