import { existsSync, globSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { basename, dirname } from 'node:path'
import { defineConfig } from 'vitest/config'

// Projects are listed here and not found by a folder glob: a project found by glob does not inherit the conditions
// below, and would silently test what was built last.
const conditions = ['@frrkit/source']
const folders = globSync('{packages,plugins,tools}/*/package.json')
  .map((file) => dirname(file))
  .filter((folder) => existsSync(`${folder}/src`))
  .toSorted()

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    // With a real FRR most of a test is waiting: two at a time even where Vitest would leave a core to others.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: folders.map((folder) => ({
      extends: true as const,
      root: folder,
      test: {
        name: basename(folder),
        root: folder,
        include: ['src/**/*.test.ts', 'e2e/**/*.test.ts'],
        // How fast something is, benchmarks say. A test ends what hangs, and a busy machine is no fault.
        testTimeout: 60_000,
        hookTimeout: 60_000,
        // It is a second by default: an expectation that is not met says so a little later.
        expect: { poll: { timeout: 20_000 } },
      },
    })),
  },
})
