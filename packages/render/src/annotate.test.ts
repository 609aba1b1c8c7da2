import { anOrigin } from '@frrkit/testing'
import { expect, test } from 'vitest'
import { annotate } from './annotate.ts'

test.each([
  {
    case: 'an object of the cluster',
    origin: anOrigin('spec.raw'),
    line: '! FRRConfiguration frr-system/edge  spec.raw\n',
  },
  {
    case: 'an object from a file',
    origin: anOrigin('spec.raw', { file: 'edge.yaml' }),
    line: '! FRRConfiguration frr-system/edge  spec.raw  (edge.yaml)\n',
  },
  {
    case: 'a place in a file',
    origin: { ...anOrigin('spec.raw', { file: 'edge.yaml' }), at: { file: 'edge.yaml', line: 7, column: 3 } },
    line: '! FRRConfiguration frr-system/edge  spec.raw  (edge.yaml:7:3)\n',
  },
  {
    case: 'the object as a whole',
    origin: anOrigin(''),
    line: '! FRRConfiguration frr-system/edge\n',
  },
  {
    case: 'a file name that would begin a line of its own',
    origin: anOrigin('spec.raw', { file: 'a\nrouter bgp 1\r' }),
    line: '! FRRConfiguration frr-system/edge  spec.raw  (a\\nrouter bgp 1\\u000d)\n',
  },
])('$case', ({ origin, line }) => {
  expect(annotate([origin], '')).toBe(line)
})

test('a line is no longer than vtysh reads', () => {
  expect(annotate([anOrigin('x'.repeat(5000))], '  ')).toMatch(/^ {2}! .{1000}\n$/)
})
