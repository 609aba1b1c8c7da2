import { expect, test } from 'vitest'
import { contentFaults } from './contents.ts'

const whole = [
  'README.md',
  'LICENSE',
  'package.json',
  'dist/bin.js',
  'dist/bin.d.ts.map',
  'src/bin.ts',
  'crds/routes.yaml',
]
const manifest = { bin: { frrkit: './dist/bin.js' } }

test.each([
  { case: 'nothing is wrong', files: whole, faults: [] },
  {
    case: 'what everybody expects is missing',
    files: ['package.json'],
    faults: ['README.md', 'LICENSE', 'dist/bin.js'].map((file) => `${file} is not in the tarball`),
  },
  ...[
    'src/bin.test.ts',
    'e2e/lab.ts',
    'src/fixtures/a.yaml',
    'tsconfig.tsbuildinfo',
    'tsconfig.test.json',
    'src/.env',
  ].map((file) => ({
    case: `${file} stays at home`,
    files: [...whole, file],
    faults: [`${file} is of use to developers only`],
  })),
  {
    case: 'tests that a new plugin begins with are goods',
    files: [...whole, 'templates/target/src/name.test.ts'],
    faults: [],
  },
  {
    case: 'a source was renamed, and its output stayed',
    files: [...whole, 'dist/old-name.js'],
    faults: ['dist/old-name.js is left over from a source that is gone; remove dist and build again'],
  },
])('$case', ({ files, faults }) => {
  expect(contentFaults(files, manifest)).toEqual(faults)
})
