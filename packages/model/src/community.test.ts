import { expect, test } from 'vitest'
import { parseCommunity } from './community.ts'

test.each([
  { text: '64500:7', kind: 'standard', means: '64500:7' },
  { text: '0:0', kind: 'standard', means: '0:0' },
  { text: '065535:0010', kind: 'standard', means: '65535:10' },
  { text: 'large:4294967295:0:1', kind: 'large', means: '4294967295:0:1' },
  { text: 'large:01:2:3', kind: 'large', means: '1:2:3' },
])('$text is the $kind community $means', ({ text, kind, means }) => {
  expect(parseCommunity(text)).toEqual({ kind, text: means })
})

test.each([
  '',
  ':',
  '1',
  '1:',
  ':1',
  '1:2:3',
  '1:2:3:4',
  '65536:1',
  '1:65536',
  '-1:1',
  '+1:1',
  '1: 1',
  '1_0:1',
  'no-export',
  'large:1:2',
  'large:1:2:4294967296',
  'large:1:2:3:4',
  'Large:1:2:3',
  'large:1::3',
])('%j is no community', (text) => {
  expect(parseCommunity(text)).toBeUndefined()
})
