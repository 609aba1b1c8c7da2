import type { Reloader } from '@frrkit/plugin'
import { describe, expect, test } from 'vitest'
import { expectIdentity } from './expect-identity.ts'
import { generous, inTime, type Patience } from './in-time.ts'
import { withSetUp } from './with-set-up.ts'

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
export function reloaderConforms(name: string, setUp: ReloaderSetup, patience: Patience = {}): void {
  const withReloader = withSetUp(setUp)

  describe(`${name} is a reloader`, () => {
    test(
      'it states the contract and a name like its package',
      generous,
      withReloader(async ({ reloader }) => {
        expectIdentity(reloader, { contract: 'reloader/v1', define: 'defineReloader', name })
      }),
    )

    test(
      'the same text twice is accepted twice, and changes something once',
      generous,
      withReloader(async ({ reloader, good }, { signal }) => {
        const first = await reloader.reload(good, signal)
        expect(first, 'FRR did not run the good text before, so it changes').toMatchObject({
          status: 'accepted',
          changed: true,
        })
        const second = await reloader.reload(good, signal)
        expect(second, 'FRR runs the good text already: say changed: false').toMatchObject({
          status: 'accepted',
          changed: false,
        })
      }),
    )

    test(
      "a text that FRR refuses is rejected with FRR's words, and a good one is accepted afterwards",
      generous,
      withReloader(async ({ reloader, good, bad }, { signal }) => {
        const refused = await reloader.reload(bad, signal)
        expect(refused.status, 'what FRR refuses is an outcome, rejected, and no exception').toBe('rejected')
        expect(refused.words, "hand FRR's own words on, its users have nothing else").not.toBe('')
        const after = await reloader.reload(good, signal)
        expect(after, 'a refusal is over with the next text').toMatchObject({ status: 'accepted' })
      }),
    )

    test(
      'if it looks after FRR between reloads, that ends with its signal, and a reload works afterwards',
      generous,
      withReloader(async ({ reloader, good }, { signal }) => {
        const stop = new AbortController()
        const watching = reloader.watch?.(() => {}, stop.signal)
        stop.abort(new Error('the daemon ends'))
        // It may resolve, or reject with the reason.
        const ended = watching?.catch((error: unknown) =>
          expect(error, 'reject with the reason of the signal, or end').toBe(stop.signal.reason),
        )
        if (ended !== undefined) await inTime(ended, 'watch has not ended with its signal', patience)
        expect(await reloader.reload(good, signal)).toMatchObject({ status: 'accepted' })
      }),
    )
  })
}
