import { mkdir, mkdtemp, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { ConfigSource } from '@frrkit/plugin'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sourceFile } from './source-file.ts'

let dir: string
let source: ConfigSource
let ended: AbortController

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'source-file-'))
  source = sourceFile({ dir })
  ended = new AbortController()
})

afterEach(async () => {
  ended.abort()
  await rm(dir, { recursive: true, force: true })
})

function object(name: string, asn = 1): string {
  return `apiVersion: frrk8s.metallb.io/v1beta1\nkind: FRRConfiguration\nmetadata: {name: ${name}}\nspec: {asn: ${asn}}\n`
}

const write = (name: string, text: string | Uint8Array) => writeFile(join(dir, name), text)
const read = () => source.read(ended.signal)
const names = async () => (await read()).objects.map(({ object: { name } }) => name)

/** Watches from now on; `next()` resolves at the next call of `changed`, also if it came in the meantime. */
async function watching() {
  let calls = 0
  let wake: (() => void) | undefined
  const end = source.watch(() => {
    calls += 1
    wake?.()
  }, ended.signal)
  const next = async () => {
    if (calls === 0) await new Promise<void>((resolve) => (wake = resolve))
    calls = 0
  }
  await next()
  return {
    next,
    end,
    calls: () => calls,
    /** Waits for changes until the folder reads as expected. */
    until: async (expected: readonly string[]) => {
      while ((await names()).join() !== expected.join()) await next()
    },
  }
}

test('a watch that is aborted ends', async () => {
  const { end } = await watching()
  ended.abort()
  await end
})

test.each<{ case: string; change: () => Promise<void>; found: readonly string[] }>([
  { case: 'a new file', change: () => write('b.yaml', object('b')), found: ['a', 'b'] },
  { case: 'a file that is gone', change: () => unlink(join(dir, 'a.yaml')), found: [] },
  { case: 'a file with other content', change: () => write('a.yaml', object('other')), found: ['other'] },
  {
    case: 'an editor that writes beside and renames',
    change: async () => {
      await write('.a.yaml.swp', object('other'))
      await rename(join(dir, '.a.yaml.swp'), join(dir, 'a.yaml'))
    },
    found: ['other'],
  },
  {
    case: 'the folder removed and made again, elsewhere in between',
    change: async () => {
      await rename(dir, `${dir}.old`)
      await mkdir(dir)
      await write('new.yaml', object('new'))
      await rm(`${dir}.old`, { recursive: true })
    },
    found: ['new'],
  },
])('sees $case', async ({ change, found }) => {
  await write('a.yaml', object('a'))
  const { until } = await watching()
  await change()
  await until(found)
})

test('sees a folder that is made only later, with folders above it', async () => {
  source = sourceFile({ dir: join(dir, 'x', 'y') })
  const { until, next } = await watching()
  expect((await read()).problems.map(({ code }) => code)).toEqual(['file/folder'])
  await mkdir(join(dir, 'x', 'y'), { recursive: true })
  await next()
  await write('x/y/a.yaml', object('a'))
  await until(['a'])
})

test('sees the folder go and come back, again and again', async () => {
  const { until } = await watching()
  for (const name of ['one', 'two', 'three']) {
    await write(`${name}.yaml`, object(name))
    await until([name])
    await rm(dir, { recursive: true })
    await until([])
    await mkdir(dir)
  }
})

test('sees the link of a ConfigMap volume swapped', async () => {
  const version = async (n: number, name: string) => {
    await mkdir(join(dir, `..2026_0${n}`))
    await write(`..2026_0${n}/a.yaml`, object(name))
    await symlink(`..2026_0${n}`, join(dir, '..data_tmp'))
    await rename(join(dir, '..data_tmp'), join(dir, '..data'))
  }
  await version(1, 'first')
  await symlink('..data/a.yaml', join(dir, 'a.yaml'))
  const { until } = await watching()
  expect(await names()).toEqual(['first'])
  await version(2, 'second')
  await rm(join(dir, '..2026_01'), { recursive: true })
  await until(['second'])
})

test('sees a link to the folder turned to another one', async () => {
  await mkdir(join(dir, 'v1'))
  await mkdir(join(dir, 'v2'))
  await write('v1/a.yaml', object('one'))
  await write('v2/a.yaml', object('two'))
  await symlink('v1', join(dir, 'current'))
  source = sourceFile({ dir: join(dir, 'current') })
  const { until } = await watching()
  await until(['one'])
  await symlink('v2', join(dir, 'next'))
  await rename(join(dir, 'next'), join(dir, 'current'))
  await until(['two'])
})

test('many changes at once are one', async () => {
  const { next, calls } = await watching()
  await Promise.all(Array.from({ length: 200 }, (_, i) => write(`${i}.yaml`, object(`n${i}`))))
  await next()
  expect(await names()).toHaveLength(200)
  expect(calls()).toBeLessThanOrEqual(1)
})

test(`a change beside the folder is none of its business`, async () => {
  const { calls, next } = await watching()
  await writeFile(`${dir}-other`, '')
  await rm(`${dir}-other`)
  // The change in the folder comes later, so by then the other one would have been reported.
  await write('a.yaml', object('a'))
  await next()
  expect(calls()).toBe(0)
  expect(basename(dir)).toMatch(/^source-file-/)
})
