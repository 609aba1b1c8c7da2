import { isDeepStrictEqual } from 'node:util'
import type { ConfigSource } from '@frrkit/plugin'
import { describe, expect, test } from 'vitest'

/** A source that works; `change` makes its next `read` answer something else. Called once for each test. */
export type ConfigSourceSetup = () => Promise<{
  readonly source: ConfigSource
  readonly change: () => Promise<void>
  /** Takes away what the source was reading. */
  readonly close?: () => Promise<void>
}>

/** What every config source must do, wherever it reads. `name` is the plugin's. */
export function configSourceConforms(name: string, setUp: ConfigSourceSetup): void {
  const withSource = (body: (up: Awaited<ReturnType<ConfigSourceSetup>>, stop: AbortController) => Promise<void>) => {
    return async () => {
      const up = await setUp()
      const stop = new AbortController()
      try {
        await body(up, stop)
      } finally {
        stop.abort()
        await up.close?.()
      }
    }
  }

  describe(`${name} is a config source`, () => {
    test(
      'it states the contract and a name like its package',
      withSource(async ({ source }) => {
        expect(source.contract).toBe('config-source/v1')
        expect(source.name).toBe(name)
      }),
    )

    test(
      'read answers everything, every time',
      withSource(async ({ source }, { signal }) => {
        const first = await source.read(signal)
        expect(await source.read(signal)).toEqual(first)
        expect(first.objects.length + first.problems.length).toBeGreaterThan(0)
      }),
    )

    test(
      'it calls changed once it watches, and again after a change that read then shows',
      withSource(async ({ source, change }, stop) => {
        const calls = callCounter()
        const watching = watch(source, calls.count, stop.signal)
        await calls.reached(1)
        const before = await source.read(stop.signal)
        let heard = calls.total()
        await change()
        // A source may call once more than it has to; what counts is that a call comes after which `read` knows.
        do {
          heard += 1
          await calls.reached(heard)
        } while (isDeepStrictEqual(await source.read(stop.signal), before))
        stop.abort()
        await watching
      }),
    )

    test(
      'watch ends after an abort, and at once if the abort came first',
      withSource(async ({ source }, stop) => {
        const calls = callCounter()
        const watching = watch(source, calls.count, stop.signal)
        await calls.reached(1)
        stop.abort()
        await watching
        await watch(source, calls.count, stop.signal)
      }),
    )
  })
}

/** Ends when the source stops watching; an AbortError is one of the two ways to do so. */
async function watch(source: ConfigSource, changed: () => void, signal: AbortSignal): Promise<void> {
  try {
    await source.watch(changed, signal)
  } catch (error) {
    if (!signal.aborted || !(error instanceof Error) || error.name !== 'AbortError') throw error
  }
}

type CallCounter = {
  readonly count: () => void
  readonly total: () => number
  readonly reached: (number: number) => Promise<void>
}

function callCounter(): CallCounter {
  let total = 0
  let waiting: readonly { readonly number: number; readonly resolve: () => void }[] = []
  return {
    count() {
      total += 1
      for (const { number, resolve } of waiting) if (number <= total) resolve()
      waiting = waiting.filter(({ number }) => number > total)
    },
    total: () => total,
    reached: (number) =>
      new Promise((resolve) => {
        if (number <= total) resolve()
        else waiting = [...waiting, { number, resolve }]
      }),
  }
}
