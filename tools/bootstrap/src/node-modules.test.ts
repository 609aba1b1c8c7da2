import { expect, test } from 'vitest'
import { isInstalled } from './node-modules.mjs'

const yaml = { version: '2.9.1', integrity: 'sha512-a' }
const ours = {
  'packages/api': { version: '0.1.0' },
  'node_modules/@frrkit/api': { resolved: 'packages/api', link: true },
}
const root = { '': { version: '0.0.0' } }

test.each([
  { case: 'the same', lock: { ...root, ...ours, yaml }, found: { ...ours, yaml }, installed: true },
  { case: 'a package is missing', lock: { yaml }, found: {}, installed: false },
  { case: 'another version', lock: { yaml }, found: { yaml: { ...yaml, version: '2.9.0' } }, installed: false },
  { case: 'another file', lock: { yaml }, found: { yaml: { ...yaml, integrity: 'sha512-b' } }, installed: false },
  { case: 'a new package of ours', lock: { ...root, ...ours }, found: {}, installed: false },
  { case: 'a package for other machines', lock: { yaml: { ...yaml, optional: true } }, found: {}, installed: true },
  { case: 'a package that is asked for no more', lock: {}, found: { yaml }, installed: true },
])('$case: installed is $installed', ({ lock, found, installed }) => {
  expect(isInstalled({ packages: lock }, { packages: found })).toBe(installed)
})
