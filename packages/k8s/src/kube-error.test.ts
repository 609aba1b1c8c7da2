import { expect, test } from 'vitest'
import { describeKubeError, errorFromAnswer, errorFromThrown } from './kube-error.ts'

const status = (fields: object) => JSON.stringify({ kind: 'Status', status: 'Failure', ...fields })
const request = 'create in events in default'

test.each([
  {
    case: '409 of a create',
    code: 409,
    body: status({ reason: 'AlreadyExists', message: 'it is' }),
    reason: 'already-exists',
  },
  { case: '409 of a replace', code: 409, body: status({ reason: 'Conflict', message: 'it is' }), reason: 'conflict' },
  { case: '410', code: 410, body: status({ reason: 'Expired', message: 'it is' }), reason: 'expired' },
  { case: '504 of a proxy', code: 504, body: 'it is\n<html>', reason: 'unavailable' },
  { case: '418', code: 418, body: 'it is', reason: 'refused' },
])('$case is $reason', ({ code, body, reason }) => {
  expect(errorFromAnswer(request, { status: code, body })).toEqual({ request, reason, status: code, words: 'it is' })
})

test.each([
  { case: 'seconds', retryAfter: '2', waits: 2_000 },
  { case: 'a date, which the API server never sends', retryAfter: 'Fri, 31 Dec 1999 23:59:59 GMT', waits: undefined },
])('Retry-After: $case', ({ retryAfter, waits }) => {
  expect(errorFromAnswer(request, { status: 429, body: '', retryAfter }).retryAfter).toBe(waits)
})

test.each([
  {
    case: 'undici',
    thrown: new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED 192.0.2.1:6443') }),
    error: { reason: 'unreachable', words: 'connect ECONNREFUSED 192.0.2.1:6443' },
  },
  {
    case: 'several addresses',
    thrown: new TypeError('fetch failed', { cause: new AggregateError([new Error('connect ECONNREFUSED ::1:6443')]) }),
    error: { reason: 'unreachable', words: 'connect ECONNREFUSED ::1:6443' },
  },
  {
    case: 'our deadline',
    thrown: new DOMException('', 'TimeoutError'),
    error: { reason: 'late', words: 'no answer in time' },
  },
  { case: 'the caller', thrown: new DOMException('', 'AbortError'), error: { reason: 'aborted', words: 'aborted' } },
])('what $case throws', ({ thrown, error }) => {
  expect(errorFromThrown(request, thrown)).toEqual({ request, ...error })
})

test('the line for a log', () => {
  const error = errorFromAnswer('list secrets in frr', {
    status: 403,
    body: status({ message: 'secrets is forbidden' }),
  })
  expect(describeKubeError(error)).toBe('list secrets in frr: secrets is forbidden (403)')
})
