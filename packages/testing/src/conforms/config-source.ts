import { isDeepStrictEqual } from 'node:util'
import type { ConfigSource } from '@frrkit/plugin'
import { describe, expect, test } from 'vitest'
import { expectIdentity } from './expect-identity.ts'
import { generous, inTime, type Patience } from './in-time.ts'
import { withSetUp } from './with-set-up.ts'

/** A source that works; `change` makes its next `read` answer something else. Called once for each test. */
export type ConfigSourceSetup = () => Promise<{
  readonly source: ConfigSource
  readonly change: () => Promise<void>
  /** Takes away what the source was reading. */
  readonly close?: () => Promise<void>
}>

/** What every config source must do, wherever it reads. `name` is the plugin's. */
export function configSourceConforms(name: string, setUp: ConfigSourceSetup, patience: Patience = {}): void {
  const withSource = withSetUp(setUp)

  describe(`${name} is a config source`, () => {
    test(
      'it states the contract and a name like its package',
      generous,
      withSource(async ({ source }) => {
        expectIdentity(source, { contract: 'config-source/v1', define: 'defineConfigSource', name })
      }),
    )

    test(
      'read answers everything, every time',
      generous,
      withSource(async ({ source }, { signal }) => {
        const first = await source.read(signal)
        expect(await source.read(signal), 'read answers everything there is, not what is new').toEqual(first)
        const found = first.objects.length + first.problems.length
        expect(found, 'set the source up with an object that it reads').toBeGreaterThan(0)
      }),
    )

    test(
      'it calls changed once it watches, and again after a change that read then shows',
      generous,
      withSource(async ({ source, change }, stop) => {
        const calls = callCounter(patience)
        const watching = watch(source, calls.count, stop.signal)
        await calls.reached(1, 'as soon as it watches')
        const before = await source.read(stop.signal)
        let heard = calls.total()
        await change()
        // A source may call once more than it has to; what counts is that a call comes after which `read` knows.
        do {
          heard += 1
          await calls.reached(heard, 'after a change that read shows')
        } while (isDeepStrictEqual(await source.read(stop.signal), before))
        stop.abort()
        await inTime(watching, 'watch has not ended with its signal', patience)
      }),
    )

    test(
      'watch ends after an abort, and at once if the abort came first',
      generous,
      withSource(async ({ source }, stop) => {
        const calls = callCounter(patience)
        const watching = watch(source, calls.count, stop.signal)
        await calls.reached(1, 'as soon as it watches')
        stop.abort()
        await inTime(watching, 'watch has not ended with its signal', patience)
        const late = watch(source, calls.count, stop.signal)
        await inTime(late, 'watch has not ended at once when its signal had aborted before', patience)
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
  readonly reached: (number: number, when: string) => Promise<void>
}

function callCounter(patience: Patience): CallCounter {
  let total = 0
  let waiting: readonly { readonly number: number; readonly resolve: () => void }[] = []
  return {
    count() {
      total += 1
      for (const { number, resolve } of waiting) if (number <= total) resolve()
      waiting = waiting.filter(({ number }) => number > total)
    },
    total: () => total,
    reached(number, when) {
      const { promise, resolve } = Promise.withResolvers<void>()
      if (number <= total) resolve()
      else waiting = [...waiting, { number, resolve }]
      return inTime(promise, `watch has not called changed ${when}`, patience)
    },
  }
}
