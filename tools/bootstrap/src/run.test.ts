import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const runModule = new URL('run.mjs', import.meta.url).href
const cwd = fileURLToPath(new URL('..', import.meta.url))

/** A program that runs another by `run`, and ends with the answer as its own exit code. */
function runner(inner: string) {
  const outer = `import { run } from '${runModule}'
    process.exitCode = await run(process.execPath, ['-e', ${JSON.stringify(inner)}], { cwd: '.' })`
  return spawn(process.execPath, ['--input-type=module', '-e', outer], { cwd, stdio: ['ignore', 'pipe', 'inherit'] })
}

test('the exit code passes through', async () => {
  const [code] = await once(runner('process.exit(7)'), 'close')
  expect(code).toBe(7)
})

test('a signal reaches the program, which decides how it ends', async () => {
  const child = runner(`setInterval(() => {}, 1000)
    process.on('SIGINT', () => { console.log('cleaning up'); process.exit(130) })
    console.log('ready')`)
  const said: string[] = []
  child.stdout.on('data', (bytes) => {
    said.push(String(bytes).trim())
    if (said.length === 1) child.kill('SIGINT')
  })
  const [code] = await once(child, 'close')
  expect({ said, code }).toEqual({ said: ['ready', 'cleaning up'], code: 130 })
})

test('a program that a signal ends counts as 128 and the signal, as in a shell', async () => {
  const [code] = await once(runner(`process.kill(process.pid, 'SIGTERM')`), 'close')
  expect(code).toBe(143)
})
