import type { TestModule } from 'vitest/node'
import type { Counts } from './judge-run.mjs'

/** Counts tests; a file that does not load, a hook that throws and an error outside of any test count as failed tests. */
export function countTests(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): Counts {
  const tests = modules.flatMap((module) => [...module.children.allTests()])
  const suites = modules.flatMap((module) => [...module.children.allSuites()])
  const inState = (state: string) => tests.filter((test) => test.result().state === state).length
  const brokenAround = [...modules, ...suites].filter((around) => around.errors().length > 0).length
  return {
    passed: inState('passed'),
    failed: inState('failed') + brokenAround + unhandledErrors.length,
    skipped: inState('skipped'),
  }
}
