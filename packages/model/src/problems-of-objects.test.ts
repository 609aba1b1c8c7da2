import { expect, test } from 'vitest'
import type { Evidence, Problem } from './problem.ts'
import { problemsOfObjects } from './problems-of-objects.ts'

const edge = { kind: 'FRRConfiguration', namespace: 'ns', name: 'edge' }
const tor = { kind: 'BGPPeer', namespace: 'metallb', name: 'tor' }

const problem = (...evidence: readonly Evidence[]): Problem => ({
  code: 'merge/conflict',
  severity: 'error',
  subject: 'neighbor 192.0.2.1',
  field: 'holdTime',
  reason: 'objects ask for different values',
  evidence,
  help: 'set it once',
})

const told = (...problems: readonly Problem[]) =>
  problemsOfObjects(problems).map(({ object, field, reason, others }) => ({
    object: object.name,
    field,
    reason,
    others: others.map(({ name }) => name),
  }))

test.each([
  { case: 'a problem of nobody', evidence: [], says: [] },
  {
    case: 'two objects: each hears of itself and of the other',
    evidence: [
      { origin: { object: edge, path: 'spec.a' }, says: '90s' },
      { origin: { object: tor, path: 'spec.b' }, says: '180s' },
    ],
    says: [
      {
        object: 'tor',
        field: 'spec.b',
        reason:
          'neighbor 192.0.2.1: holdTime: objects ask for different values: 180s here, 90s in FRRConfiguration ns/edge',
        others: ['edge'],
      },
      {
        object: 'edge',
        field: 'spec.a',
        reason: 'neighbor 192.0.2.1: holdTime: objects ask for different values: 90s here, 180s in BGPPeer metallb/tor',
        others: ['tor'],
      },
    ],
  },
  {
    case: 'one object that contradicts itself',
    evidence: [
      { origin: { object: edge, path: 'spec.a' }, says: '90s' },
      { origin: { object: edge, path: 'spec.b' }, says: '180s' },
    ],
    says: [
      {
        object: 'edge',
        field: 'spec.a',
        reason: 'neighbor 192.0.2.1: holdTime: objects ask for different values: 90s at spec.a, 180s at spec.b',
        others: [],
      },
    ],
  },
  {
    case: 'an object that says nothing',
    evidence: [{ origin: { object: edge, path: '' }, says: '' }],
    says: [
      {
        object: 'edge',
        field: '',
        reason: 'neighbor 192.0.2.1: holdTime: objects ask for different values',
        others: [],
      },
    ],
  },
  {
    case: 'what somebody wrote does not break the line',
    evidence: [{ origin: { object: edge, path: 'x' }, says: 'a\nb' }],
    says: [
      {
        object: 'edge',
        field: 'x',
        reason: String.raw`neighbor 192.0.2.1: holdTime: objects ask for different values: a\nb here`,
        others: [],
      },
    ],
  },
])('$case', ({ evidence, says }) => {
  expect(told(problem(...evidence))).toEqual(says)
})

test('of a crowd, the first are heard', () => {
  const crowd = Array.from({ length: 9 }, (_, i) => ({
    origin: { object: { ...edge, name: `o${i}` }, path: 'p' },
    says: `${i}s`,
  }))
  expect(told(problem(...crowd))[0]?.reason).toBe(
    'neighbor 192.0.2.1: holdTime: objects ask for different values: 0s here, 1s in FRRConfiguration ns/o1, ' +
      '2s in FRRConfiguration ns/o2, 3s in FRRConfiguration ns/o3, 4s in FRRConfiguration ns/o4, ' +
      '5s in FRRConfiguration ns/o5, 3 more',
  )
})
