import { expect, test } from 'vitest'
import { type Command, exec, execSync } from './exec.ts'

test('a command answers both outputs', async () => {
  const command: Command = ['sh', '-c', 'cat; echo "$GREETING"; echo no >&2']
  const result = await exec(command, { input: 'in ', env: { GREETING: 'hello' } })
  expect(result).toEqual({ stdout: 'in hello\n', stderr: 'no\n', exitCode: 0 })
})

test('an exit code is an answer when it is not checked', async () => {
  expect(await exec(['sh', '-c', 'exit 3'], { check: false })).toEqual({ stdout: '', stderr: '', exitCode: 3 })
})

test.each<{ case: string; command: Command; message: string }>([
  {
    case: 'an exit code comes with both outputs, for FRR complains on either',
    command: ['sh', '-c', 'echo out; echo err >&2; exit 2'],
    message: '"sh -c echo out; echo err >&2; exit 2" ended with exit code 2:\nerr\nout',
  },
  {
    case: 'an exit code without a word',
    command: ['false'],
    message: '"false" ended with exit code 1',
  },
  {
    case: 'a signal is named',
    command: ['sh', '-c', 'kill -KILL $$'],
    message: '"sh -c kill -KILL $$" was ended by SIGKILL',
  },
  {
    case: 'no such program',
    command: ['frr-lab-no-such-program', 'x'],
    message: 'cannot run "frr-lab-no-such-program x": spawn frr-lab-no-such-program ENOENT',
  },
  {
    case: 'a password stands neither in the command nor in the answer',
    command: ['sh', '-c', 'echo "% Unknown: $1"; exit 1', 'sh', 'neighbor 192.0.2.1 password s3cret word'],
    message:
      '"sh -c echo "% Unknown: $1"; exit 1 sh neighbor 192.0.2.1 password (hidden)\n% Unknown: neighbor 192.0.2.1 password (hidden)',
  },
])('the error: $case', async ({ command, message }) => {
  await expect(exec(command)).rejects.toThrow(new Error(message))
})

test('an abort ends the command and answers its reason', async () => {
  const abort = new AbortController()
  const running = exec(['sleep', '600'], { signal: abort.signal })
  abort.abort(new Error('enough'))
  await expect(running).rejects.toThrow(new Error('enough'))
})

test('the synchronous one answers alike', () => {
  expect(execSync(['sh', '-c', 'echo out; exit 3'])).toEqual({ stdout: 'out\n', stderr: '', exitCode: 3 })
})
