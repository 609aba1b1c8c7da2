import { expect, test } from 'vitest'
import { runFuzz } from './run-fuzz.ts'

const tallyOf = () => runFuzz({ cases: 20, seed: 7 }).tally

test('the same seed tries the same worlds', () => {
  expect(tallyOf()).toEqual(tallyOf())
})

/** A parser that knows no BFD. */
const vtysh = (frrConf: string) => (/^bfd$/m.test(frrConf) ? '% Unknown command: bfd' : '')

test('what FRR refuses is found in the batch, and shrunk to what it refuses', () => {
  const { tally, failure } = runFuzz({ cases: 200, seed: 7, vtysh })
  expect(failure).toMatchObject({ check: 'frr-syntax', says: 'vtysh -C says: % Unknown command: bfd' })
  expect(failure?.trial.world.objects).toHaveLength(1)
  expect(tally.cases).toBeLessThan(200)
})
