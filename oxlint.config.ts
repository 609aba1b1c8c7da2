import { defineConfig } from 'oxlint'
import { readPackages, restrictImports } from './tools/boundaries/src/restrict-imports.ts'

const pure = readPackages(import.meta.dirname)
  .filter((package_) => package_.pure)
  .map(({ folder }) => `${folder}/src/**/*.ts`)

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'promise'],
  options: { typeAware: true },
  categories: { correctness: 'error', suspicious: 'error' },
  ignorePatterns: ['**/dist/**', '**/fixtures/**'],
  rules: {
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/no-explicit-any': 'error',
    'import/no-cycle': 'error',
    'no-console': 'error',
    // The compiler knows better: an exhaustive switch returns in every case.
    'typescript/consistent-return': 'off',
    // `as` stands only beside the check that makes it true; no linter can see whether it does.
    'typescript/no-unsafe-type-assertion': 'off',
    eqeqeq: 'error',
  },
  overrides: [
    ...restrictImports(readPackages(import.meta.dirname)),
    // The compiler keeps Node and the DOM out of pure packages; the language itself still has a clock and dice.
    {
      files: pure,
      rules: {
        'no-restricted-globals': ['error', 'Date'],
        'no-restricted-properties': ['error', { object: 'Math', property: 'random' }],
      },
    },
    { files: ['tools/**', '**/bin.ts'], rules: { 'no-console': 'off' } },
  ],
})
