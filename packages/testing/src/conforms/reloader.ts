import type { Reloader } from '@frrkit/plugin'
import { describe, expect, test } from 'vitest'

/** A reloader that reaches an FRR, or something that answers like one. Called once for each test. */
export type ReloaderSetup = () => Promise<{
  readonly reloader: Reloader
  /** A text that FRR accepts, and that is not what runs at first. */
  readonly good: string
  /** A text that FRR refuses. */
  readonly bad: string
  readonly close?: () => Promise<void>
}>

/** What every reloader must do, however it reaches FRR. `name` is the plugin's. */
export function reloaderConforms(name: string, setUp: ReloaderSetup): void {
  const withReloader = (body: (up: Awaited<ReturnType<ReloaderSetup>>, signal: AbortSignal) => Promise<void>) => {
    return async () => {
      const up = await setUp()
      const stop = new AbortController()
      try {
        await body(up, stop.signal)
      } finally {
        stop.abort()
        await up.close?.()
      }
    }
  }

  describe(`${name} is a reloader`, () => {
    test(
      'it states the contract and a name like its package',
      withReloader(async ({ reloader }) => {
        expect(reloader.contract).toBe('reloader/v1')
        expect(reloader.name).toBe(name)
      }),
    )

    test(
      'the same text twice is accepted twice, and changes something once',
      withReloader(async ({ reloader, good }, signal) => {
        expect(await reloader.reload(good, signal)).toMatchObject({ status: 'accepted', changed: true })
        expect(await reloader.reload(good, signal)).toMatchObject({ status: 'accepted', changed: false })
      }),
    )

    test(
      "a text that FRR refuses is rejected with FRR's words, and a good one is accepted afterwards",
      withReloader(async ({ reloader, good, bad }, signal) => {
        const refused = await reloader.reload(bad, signal)
        expect(refused.status).toBe('rejected')
        expect(refused.words).not.toBe('')
        expect(await reloader.reload(good, signal)).toMatchObject({ status: 'accepted' })
      }),
    )

    test(
      'if it looks after FRR between reloads, that ends with its signal, and a reload works afterwards',
      withReloader(async ({ reloader, good }, signal) => {
        const stop = new AbortController()
        const watching = reloader.watch?.(() => {}, stop.signal)
        stop.abort(new Error('the daemon ends'))
        // It may resolve, or reject with the reason.
        await watching?.catch((error: unknown) => expect(error).toBe(stop.signal.reason))
        expect(await reloader.reload(good, signal)).toMatchObject({ status: 'accepted' })
      }),
    )
  })
}
