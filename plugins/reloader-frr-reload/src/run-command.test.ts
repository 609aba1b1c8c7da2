import { expect, test } from 'vitest'
import { runCommand } from './run-command.ts'

const options = { within: 10_000, signal: new AbortController().signal }

test('answers exit code, stdout and stderr', async () => {
  const result = await runCommand(['sh', '-c', 'echo out; echo err >&2; exit 3'], options)
  expect(result).toEqual({ exitCode: 3, stdout: 'out\n', stderr: 'err\n' })
})

test('keeps vtysh from noting its commands in the home directory', async () => {
  const { stdout } = await runCommand(['sh', '-c', 'echo $VTYSH_HISTFILE'], options)
  expect(stdout).toBe('/dev/null\n')
})

test('a program that is not there', async () => {
  await expect(runCommand(['no-such-program'], options)).rejects.toThrow('spawn no-such-program ENOENT')
})

test('a program that takes too long is ended, and its children with it', async () => {
  // The child holds our pipe: we would wait for the whole minute if it lived on.
  const command = runCommand(['sh', '-c', 'sleep 60 & wait'], { ...options, within: 50 })
  await expect(command).rejects.toThrow('sh did not end within 0.05 s')
})

test('an abort ends it with the reason of the abort', async () => {
  const ended = new AbortController()
  const command = runCommand(['sh', '-c', 'sleep 60 & wait'], { ...options, signal: ended.signal })
  ended.abort(new Error('stopping'))
  await expect(command).rejects.toThrow('stopping')
})

test('nothing is started after an abort', async () => {
  await expect(runCommand(['no-such-program'], { ...options, signal: AbortSignal.abort() })).rejects.toThrow(/aborted/)
})
