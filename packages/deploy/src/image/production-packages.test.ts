import { expect, test } from 'vitest'
import { productionPackages } from './production-packages.ts'

const packages = {
  '': {},
  'packages/cli': { dependencies: { '@frrkit/k8s': '^0.1.0', undici: '^7' }, devDependencies: { vitest: '5' } },
  'packages/k8s': { dependencies: { undici: '^8' }, optionalDependencies: { fast: '1' } },
  'packages/other': { dependencies: { lonely: '1' } },
  'node_modules/@frrkit/cli': { resolved: 'packages/cli', link: true },
  'node_modules/@frrkit/k8s': { resolved: 'packages/k8s', link: true },
  'node_modules/fast': {},
  'node_modules/lonely': {},
  'node_modules/undici': { dependencies: { types: '1' } },
  'node_modules/types': {},
  'node_modules/vitest': {},
  'packages/k8s/node_modules/undici': {},
}

test('what it depends on, each where Node finds it', () => {
  expect(productionPackages(packages, '@frrkit/cli')).toEqual([
    'packages/cli',
    'packages/k8s',
    'packages/k8s/node_modules/undici',
    'node_modules/undici',
    'node_modules/types',
  ])
})

test('a package that the lock file does not have', () => {
  expect(() => productionPackages({ 'node_modules/a': { dependencies: { b: '1' } } }, 'a')).toThrow(
    'package-lock.json has no b, which node_modules/a depends on',
  )
})
