import { expect, test } from 'vitest'
import { isImportRouteTarget, isRouteTarget } from './route-target.ts'

test.each(['0:0', '65535:4294967295', '65536:65535', '4294967295:0', '192.0.2.1:65535', '010:1'])(
  '%s is one',
  (text) => {
    expect(isRouteTarget(text)).toBe(true)
  },
)

test.each([
  '',
  ':',
  '1',
  '1:',
  ':1',
  '1:2:3',
  '65536:65536',
  '65535:4294967296',
  '4294967296:0',
  '192.0.2.1:65536',
  '192.0.2:1',
  'a1:1',
  '1:a1',
  ' 1:1',
  '1:1\n',
  '2001:db8::1:1',
  '*:1',
  '-1:1',
])('%j is none', (text) => {
  expect(isRouteTarget(text)).toBe(false)
})

test.each([
  { text: '*:4294967295', is: true },
  { text: '*:4294967296', is: false },
  { text: '*:', is: false },
  { text: '**:1', is: false },
  { text: '1:*', is: false },
  { text: '64512:1', is: true },
])('to import, $text: $is', ({ text, is }) => {
  expect(isImportRouteTarget(text)).toBe(is)
})
