import { expect, test } from 'vitest'
import type { Manifest } from '../published.ts'
import { manifestFaults, privateFaults } from './manifest.ts'

const complete: Manifest = {
  name: '@frrkit/render',
  version: '0.1.0',
  description: 'A model and render targets become one frr.conf.',
  license: 'Apache-2.0',
  repository: { type: 'git', url: 'git+https://github.com/frrkit/frrkit.git', directory: 'packages/render' },
  type: 'module',
  sideEffects: false,
  engines: { node: '>=22.18' },
  exports: { './package.json': './package.json' },
  files: ['dist'],
  publishConfig: { access: 'public', provenance: true },
  dependencies: { '@frrkit/model': '^0.1.0', mustache: '^4.2.0' },
  devDependencies: { '@frrkit/testing': '*', '@frrkit/kubectl': '*' },
}
function without(manifest: Manifest, ...fields: readonly (keyof Manifest)[]): Manifest {
  return Object.fromEntries(Object.entries(manifest).filter(([field]) => !fields.some((gone) => gone === field)))
}
const published = new Set(['@frrkit/model', '@frrkit/plugin'])

test.each<{ case: string; manifest: Manifest; faults: readonly string[] }>([
  { case: 'nothing is wrong', manifest: complete, faults: [] },
  {
    case: 'fields are missing',
    manifest: without(complete, 'description', 'engines', 'sideEffects'),
    faults: ['description is missing', 'engines is missing', 'sideEffects is missing'],
  },
  {
    case: 'it was copied from another package',
    manifest: { ...complete, repository: { ...complete.repository, directory: 'packages/merge' } },
    faults: ['repository.directory is "packages/merge"; expected "packages/render"'],
  },
  {
    case: 'nobody could see it, and nobody could tell where it was built',
    manifest: { ...complete, publishConfig: {} },
    faults: [
      'publishConfig.access is missing; expected "public"',
      'publishConfig.provenance is missing; expected true',
    ],
  },
  {
    case: 'it depends on what is private',
    manifest: { ...complete, dependencies: { '@frrkit/kubectl': '^0.1.0' } },
    faults: ['depends on @frrkit/kubectl, which is not published'],
  },
  {
    case: 'it takes any release of another package',
    manifest: { ...complete, peerDependencies: { '@frrkit/plugin': '*' } },
    faults: ['asks for @frrkit/plugin *; a range of a release begins with ^'],
  },
  {
    case: 'a range of its tests would have to be kept up to date',
    manifest: { ...complete, devDependencies: { '@frrkit/testing': '^0.1.0' } },
    faults: ['devDependencies: asks for @frrkit/testing ^0.1.0; write *'],
  },
  {
    case: 'a release keeps the ranges of its tests up to date',
    manifest: {
      ...complete,
      devDependencies: { '@frrkit/testing': '^0.1.0' },
      nx: { release: { version: { preserveMatchingDependencyRanges: false } } },
    },
    faults: [],
  },
  {
    case: 'two copies of one package could be installed',
    manifest: { ...complete, peerDependencies: { '@frrkit/model': '^0.1.0' } },
    faults: ['@frrkit/model is a dependency and a peer; it can be one only'],
  },
])('$case', ({ manifest, faults }) => {
  expect(manifestFaults({ name: '@frrkit/render', folder: 'packages/render', manifest }, published)).toEqual(faults)
})

test('a private package takes what lies beside it', () => {
  const manifest: Manifest = { private: true, dependencies: { '@frrkit/model': '^0.1.0', '@frrkit/api': '*' } }
  expect(privateFaults({ name: '@frrkit/bench', folder: 'tools/bench', manifest })).toEqual([
    'private, and asks for @frrkit/model ^0.1.0; write *',
  ])
})
