import { objectName } from '@frrkit/model'
import type { NodeReport } from '@frrkit/plugin'
import { type Verdict, verdicts } from './verdicts.ts'

/** What every object was told last, by name. */
export type Told = ReadonlyMap<string, Verdict>

/** Events live for an hour: what was said of older objects before this process began is nobody's news. */
const lifeOfEvents = 3_600_000

export type Transitions = { readonly told: Told; readonly news: readonly Verdict[] }

/** What is new in a report; `before` is undefined for the first one of this process. `now` in milliseconds since 1970. */
export function transitions(before: Told | undefined, report: NodeReport, now: number): Transitions {
  const judged = verdicts(report)
  const news = judged.filter((verdict) => {
    const last = before?.get(objectName(verdict.object))
    if (last?.reason === verdict.reason && last.note === verdict.note) return false
    return before !== undefined || verdict.reason !== 'Accepted' || isYoung(verdict, now)
  })
  const told = new Map(judged.map((verdict) => [objectName(verdict.object), verdict]))
  // Of the objects that a failed conversion says nothing about, what was said before still holds.
  return { told: report.conversion.ok ? told : new Map([...(before ?? []), ...told]), news }
}

function isYoung({ object }: Verdict, now: number): boolean {
  return object.created !== undefined && now - Date.parse(object.created) < lifeOfEvents
}
