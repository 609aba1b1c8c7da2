import { expect, test } from 'vitest'
import { describeVtyError, type VtyError, vtyError } from './vty-error.ts'

test.each<{ case: string; error: VtyError; text: string }>([
  {
    case: 'FRR’s words',
    error: { daemon: 'bgpd', reason: 'refused', line: 'foo', status: 2, words: '% Unknown command: foo\n' },
    text: 'bgpd: "foo": % Unknown command: foo (status 2)',
  },
  {
    case: 'a secret in both',
    error: { daemon: 'bgpd', reason: 'refused', line: 'neighbor x password a', status: 13, words: '% no: password a' },
    text: 'bgpd: "neighbor x password (hidden)": % no: password (hidden) (status 13)',
  },
  {
    case: 'nothing asked yet',
    error: { daemon: 'zebra', reason: 'absent', line: '', words: 'nobody listens' },
    text: 'zebra: nobody listens',
  },
  {
    case: 'FRR says nothing',
    error: { daemon: 'zebra', reason: 'refused', line: 'x', status: 1, words: '' },
    text: 'zebra: "x": (no words) (status 1)',
  },
])('$case', ({ error, text }) => {
  expect(describeVtyError(vtyError(error))).toBe(text)
})
