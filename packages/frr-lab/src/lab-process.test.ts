import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type LabProcess, startProcess } from './lab-process.ts'
import { startTicksOf } from './proc.ts'
import { waitFor } from './wait-for.ts'

const directory = mkdtempSync(join(tmpdir(), 'frr-lab-process-'))
afterAll(() => rmSync(directory, { recursive: true }))

/** Started, and past the point where it said so: only then are its traps in place. */
async function started(script: string): Promise<LabProcess> {
  const logFile = join(directory, `${Math.random()}.log`)
  const process = startProcess(['sh', '-c', script], { logFile, env: { WORD: 'ready' } })
  await waitFor('the script to speak', () => process.lastWords().includes('ready') || undefined, { within: 30_000 })
  return process
}

test.each([
  { case: 'one that obeys', script: 'echo $WORD; exec sleep 600', options: {}, end: 'SIGTERM' },
  {
    case: 'one that ends in order',
    script: 'trap "exit 3" INT; echo $WORD; while :; do sleep 0.01; done',
    options: { signal: 'SIGINT' as const },
    end: 'exit code 3',
  },
  {
    case: 'one that does not listen',
    script: 'trap "" TERM; echo $WORD; while :; do sleep 0.01; done',
    options: { grace: 10 },
    end: 'SIGKILL',
  },
  {
    case: 'one that we kill',
    script: 'trap "" TERM; echo $WORD; sleep 600',
    options: { signal: 'SIGKILL' as const },
    end: 'SIGKILL',
  },
])('stop: $case', async ({ script, options, end }) => {
  const process = await started(script)
  expect(process.ended()).toBeUndefined()
  await Promise.all([process.stop(options), process.stop(options)])
  expect(process.ended()).toBe(end)
  await process.stop()
})

test('its children end with it', async () => {
  const process = await started('sleep 600 & echo $! $WORD; wait')
  const child = Number.parseInt(process.lastWords(), 10)
  await process.stop()
  await waitFor(`the end of ${child}`, () => (startTicksOf(child) === undefined ? true : undefined), { within: 30_000 })
})

test('its last words keep passwords to themselves', async () => {
  const process = await started('echo ready; echo neighbor 192.0.2.1 password s3cret; exec sleep 600')
  await waitFor('the second line', () => process.lastWords().includes('neighbor') || undefined, { within: 30_000 })
  expect(process.lastWords(1)).toBe('… (1 earlier lines)\nneighbor 192.0.2.1 password (hidden)')
  await process.stop()
})

test('a program that does not exist', () => {
  const logFile = join(directory, 'none.log')
  const start = (): LabProcess => startProcess(['frr-lab-no-such-program'], { logFile })
  expect(start).toThrow(new Error('cannot run "frr-lab-no-such-program"'))
})
