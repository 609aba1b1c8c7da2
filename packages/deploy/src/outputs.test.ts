import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { chartOutputs, overlayOutputs, root } from './outputs.ts'

// The first call of helm or kubectl on a machine unpacks it, which takes seconds.
vi.setConfig({ testTimeout: 60_000 })

test('generated files are what the chart and the CRDs say', async () => {
  const outputs = { ...(await chartOutputs()), ...(await overlayOutputs()) }
  const committed = Object.keys(outputs).map((file) => [file, readFileSync(root + file, 'utf8')])
  expect(outputs, 'run npm run generate -w @frrkit/deploy, then commit what it wrote').toEqual(
    Object.fromEntries(committed),
  )
})
