import type { ObjectRef, Problem } from '@frrkit/model'
import type { NodeReport } from '@frrkit/plugin'
import { expect, test } from 'vitest'
import { nothingTold, type Told, transitions } from './transitions.ts'

const object = (name: string, created = '2026-11-23T00:00:00Z'): ObjectRef => ({
  kind: 'FRRConfiguration',
  namespace: 'ns',
  name,
  created,
})
const [edge, tor] = [object('edge'), object('tor')]
const now = Date.parse('2026-11-23T12:00:00Z')

const problem = (...objects: readonly ObjectRef[]): Problem => ({
  code: 'merge/conflict',
  severity: 'error',
  subject: 'neighbor 192.0.2.1',
  field: 'holdTime',
  reason: 'objects ask for different values',
  evidence: objects.map((one) => ({ origin: { object: one, path: 'spec.x' }, says: `${one.name.length}s` })),
  help: 'set it once',
})
const warning: Problem = { ...problem(edge), severity: 'warning' }

type Conversion = NodeReport['conversion']
const fine = (...objects: readonly ObjectRef[]): Conversion => ({ ok: true, problems: [], objects, leftOut: [] })
const broken = (...problems: readonly Problem[]): Conversion => ({ ok: false, problems, objects: [], leftOut: [] })

/** The news of the last conversion, after those before it. */
function newsOf(conversions: readonly Conversion[]): readonly string[] {
  let told: Told = nothingTold
  let news: readonly string[] = []
  for (const conversion of conversions) {
    const next = transitions(told, { hostname: 'n1', conversion }, now)
    told = next.told
    news = next.news.map(({ object: { name }, reason, note }) => `${name} ${reason} ${note}`)
  }
  return news
}

/** The reasons that objects are told, one report after the other. */
function reasonsOf(reports: readonly Omit<NodeReport, 'hostname'>[]): readonly (readonly string[])[] {
  let told: Told = nothingTold
  return reports.map((report) => {
    const next = transitions(told, { hostname: 'n1', ...report }, now)
    told = next.told
    return next.news.map(({ object: { name }, reason }) => `${name} ${reason}`)
  })
}

const accepted = 'Accepted n1: part of the configuration of this node'
const says = 'n1: neighbor 192.0.2.1: holdTime: objects ask for different values:'

test.each<{ case: string; conversions: readonly Conversion[]; news: readonly string[] }>([
  { case: 'objects that were there long before this process', conversions: [fine(edge, tor)], news: [] },
  {
    case: 'an object that was made just before this process began',
    conversions: [fine(edge, object('new', '2026-11-23T11:30:00Z'))],
    news: [`new ${accepted}`],
  },
  {
    case: 'objects that were there long before, after an API server that was not',
    conversions: [broken({ ...problem(), code: 'daemon/source-unavailable' }), fine(edge, tor)],
    news: [],
  },
  {
    case: 'a conflict at the start that is solved: the objects in it hear of that, those beside it do not',
    conversions: [broken(problem(edge, tor)), fine(edge, tor, object('lb'))],
    news: [`edge ${accepted}`, `tor ${accepted}`],
  },
  { case: 'an object that comes', conversions: [fine(edge), fine(edge, tor)], news: [`tor ${accepted}`] },
  { case: 'nothing new', conversions: [fine(edge), fine(edge)], news: [] },
  { case: 'a warning is no news', conversions: [fine(edge), { ...fine(edge), problems: [warning] }], news: [] },
  {
    case: 'a conflict: each hears of the other',
    conversions: [fine(edge), broken(problem(edge, tor))],
    news: [
      `edge Conflict ${says} 4s here, 3s in FRRConfiguration ns/tor [merge/conflict]; set it once`,
      `tor Conflict ${says} 3s here, 4s in FRRConfiguration ns/edge [merge/conflict]; set it once`,
    ],
  },
  { case: 'the same conflict', conversions: [broken(problem(edge, tor)), broken(problem(edge, tor))], news: [] },
  {
    case: 'a conflict with somebody else',
    conversions: [broken(problem(edge, tor)), broken(problem(edge, object('lb')))],
    news: [
      `edge Conflict ${says} 4s here, 2s in FRRConfiguration ns/lb [merge/conflict]; set it once`,
      `lb Conflict ${says} 2s here, 4s in FRRConfiguration ns/edge [merge/conflict]; set it once`,
    ],
  },
  {
    case: 'a conflict that is solved by deleting the other',
    conversions: [fine(edge), broken(problem(edge, tor)), fine(edge)],
    news: [`edge ${accepted}`],
  },
  {
    case: 'who had no part in a conflict hears nothing of it, nor of its end',
    conversions: [fine(edge, object('lb')), broken(problem(edge, tor)), fine(edge, tor, object('lb'))],
    news: [`edge ${accepted}`, `tor ${accepted}`],
  },
  {
    case: 'an object that is wrong by itself',
    conversions: [fine(), broken(problem(edge))],
    news: [`edge Invalid ${says} 4s here [merge/conflict]; set it once`],
  },
  {
    case: 'several mistakes are one event',
    conversions: [fine(), broken(problem(edge), { ...problem(edge), subject: 'router' })],
    news: [`edge Invalid ${says} 4s here [merge/conflict] (and 1 more); set it once`],
  },
  {
    case: 'an object that is left out; the other one of the conflict is applied',
    conversions: [fine(edge), { ...fine(edge), problems: [problem(edge, tor)], leftOut: [tor] }],
    news: [
      'tor Quarantined n1: left out, so that the others can be applied: neighbor 192.0.2.1: holdTime: objects ask for different values: 3s here, 4s in FRRConfiguration ns/edge [merge/conflict]; set it once',
    ],
  },
  {
    case: 'the API server away is no news for any object',
    conversions: [fine(edge), broken({ ...problem(), code: 'daemon/source-unavailable' })],
    news: [],
  },
  {
    case: 'an object that went and came again',
    conversions: [fine(edge), fine(), fine(edge)],
    news: [`edge ${accepted}`],
  },
])('$case', ({ conversions, news }) => {
  expect(newsOf(conversions)).toEqual(news)
})

const refused: Problem = {
  code: 'frr/refused',
  severity: 'error',
  subject: 'nonsense 7',
  field: '',
  reason: 'FRR does not take this line: % Unknown command',
  evidence: [{ origin: { object: edge, path: 'spec.raw.rawConfig' }, says: '' }],
  help: 'mend it',
}
const refusal = { status: 'rejected', running: 'unchanged', words: 'line 7', problems: [refused] } as const
const taken = { status: 'accepted', changed: true, words: '' } as const

test('what FRR refuses is told to the object that asks for it, and that it is mended once FRR has taken that', () => {
  expect(
    reasonsOf([
      { conversion: fine(tor), reload: taken },
      { conversion: fine(edge, tor), reload: taken },
      { conversion: fine(edge, tor), reload: refusal },
      { conversion: fine(edge, tor), reload: { ...refusal } },
      // The object is another one, and FRR has not been asked yet.
      { conversion: fine(edge, tor), reload: refusal },
      { conversion: fine(edge, tor), reload: taken },
    ]),
  ).toEqual([[], ['edge Accepted'], ['edge Refused'], [], [], ['edge Accepted']])
  const { news } = transitions(nothingTold, { hostname: 'n1', conversion: fine(edge), reload: refusal }, now)
  expect(news.map(({ note }) => note)).toEqual([
    'n1: nonsense 7: FRR does not take this line: % Unknown command [frr/refused]; mend it',
  ])
})
