import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { chartOutputs, overlayOutputs, root } from './outputs.ts'

test('generated files are what the chart and the CRDs say', { timeout: 30_000 }, async () => {
  const outputs = { ...(await chartOutputs()), ...(await overlayOutputs()) }
  const committed = Object.keys(outputs).map((file) => [file, readFileSync(root + file, 'utf8')])
  expect(outputs, 'run npm run generate -w @frrkit/deploy, then commit what it wrote').toEqual(
    Object.fromEntries(committed),
  )
})
