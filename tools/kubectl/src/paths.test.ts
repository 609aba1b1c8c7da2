import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { helmPath, kubectlPath } from './index.ts'

const run = promisify(execFile)

test('kubectl 1.35 and helm 4 run', { timeout: 60_000 }, async () => {
  const kubectl = await run(await kubectlPath(), ['version', '--client', '-o', 'json'])
  expect(JSON.parse(kubectl.stdout).clientVersion).toMatchObject({ major: '1', minor: '35' })
  const helm = await run(await helmPath(), ['version', '--short'])
  expect(helm.stdout).toMatch(/^v4\./)
})
