import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ReloaderFrrReloadOptions, reloaderFrrReload } from './reloader-frr-reload.ts'

// What happens around FRR's programs, with shell scripts in their place.
let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'reloader-frr-reload-'))
})
afterEach(() => rm(dir, { recursive: true }))

type Scripts = { readonly vtysh: string; readonly script?: string }

async function reloaderWith({ vtysh, script = 'exit 0' }: Scripts, options: ReloaderFrrReloadOptions = {}) {
  await writeFile(join(dir, 'vtysh'), `#!/bin/sh\n${vtysh}\n`, { mode: 0o755 })
  await writeFile(join(dir, 'frr-reload.py'), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  const confFile = join(dir, 'frr.conf')
  return reloaderFrrReload({ confFile, binDir: dir, frrReload: join(dir, 'frr-reload.py'), ...options })
}

const answers = `echo ' zebra bgpd'; echo 'hostname a'`
const signal = new AbortController().signal
const leftBehind = async () => (await readdir(dir)).filter((name) => !/^(vtysh|frr-reload\.py)$/.test(name))

test('what FRR runs already is kept for its next start', async () => {
  const reloader = await reloaderWith({ vtysh: answers })
  expect(await reloader.reload('hostname b\n', signal)).toEqual({ status: 'accepted', changed: false, words: '' })
  expect(await leftBehind()).toEqual(['frr.conf'])
  expect(await readFile(join(dir, 'frr.conf'), 'utf8')).toBe('hostname b\n')
})

test.each([
  {
    case: 'vtysh is not there',
    scripts: { vtysh: answers },
    options: { binDir: '/nonexistent' },
    words: 'spawn /nonexistent/vtysh ENOENT',
  },
  {
    case: 'FRR is not there',
    scripts: { vtysh: 'echo "Exiting: failed to connect to any daemons." >&2; exit 1' },
    words: 'Exiting: failed to connect to any daemons.',
  },
  {
    case: 'FRR does not answer',
    scripts: { vtysh: 'sleep 60' },
    options: { answerWithin: 100 },
    words: 'DIR/vtysh did not end within 0.1 s',
  },
  {
    case: 'FRR does not come to an end',
    scripts: { vtysh: answers, script: 'sleep 60 & wait' },
    options: { applyWithin: 100 },
    words: 'DIR/frr-reload.py did not end within 0.1 s',
  },
  {
    case: 'somebody else configures FRR',
    scripts: {
      vtysh: answers,
      script: `case "$*" in *--test*) printf 'Lines To Add\\n====\\nrouter x\\n';; *) echo 'VTY configuration is locked by other VTY';; esac`,
    },
    words: 'VTY configuration is locked by other VTY',
  },
  {
    case: 'the answer holds a password',
    scripts: { vtysh: 'echo "cannot understand tops3cret" >&2; exit 1' },
    words: 'cannot understand (hidden)',
  },
])('unreachable: $case', async ({ scripts, options, words }) => {
  const reloader = await reloaderWith(scripts, options)
  const outcome = await reloader.reload('neighbor x password tops3cret\n', signal)
  expect({ ...outcome, words: outcome.words.replace(dir, 'DIR') }).toEqual({ status: 'unreachable', words })
  expect(await leftBehind()).toEqual([])
})

test('an abort ends what runs, and leaves nothing behind', async () => {
  const ended = new AbortController()
  const reloader = await reloaderWith({ vtysh: answers, script: `touch ${dir}/started; sleep 60 & wait` })
  const reload = reloader.reload('hostname b\n', ended.signal)
  while (!(await readdir(dir)).includes('started')) await new Promise((resolve) => setImmediate(resolve))
  ended.abort(new Error('stopping'))
  await expect(reload).rejects.toThrow('stopping')
  expect(await leftBehind()).toEqual(['started'])
})

test('a folder that cannot be written is no answer of FRR', async () => {
  const reloader = await reloaderWith({ vtysh: answers }, { confFile: '/nonexistent/frr.conf' })
  await expect(reloader.reload('hostname b\n', signal)).rejects.toThrow(
    "ENOENT: no such file or directory, mkdir '/nonexistent/.frrkit'",
  )
})

test('the running configuration is shown without its secrets', async () => {
  const reloader = await reloaderWith({ vtysh: `echo ' zebra'; echo 'neighbor x password tops3cret'` })
  expect(await reloader.running?.(signal)).toBe('neighbor x password (hidden)\n')
})

test('no running configuration without FRR, and no secret in its last words', async () => {
  const reloader = await reloaderWith({ vtysh: `echo 'broken at: neighbor x password tops3cret'; exit 1` })
  await expect(reloader.running?.(signal)).rejects.toThrow(/^broken at: neighbor x password \(hidden\)$/)
})
