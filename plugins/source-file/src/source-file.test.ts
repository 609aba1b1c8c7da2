import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatProblem } from '@frrkit/model'
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

function secret(password: string): string {
  return `apiVersion: v1\nkind: Secret\nmetadata: {name: tor}\nstringData: {password: ${password}}\n`
}

const write = (name: string, text: string | Uint8Array) => writeFile(join(dir, name), text)
const read = () => source.read(ended.signal)
const names = async () => (await read()).objects.map(({ object: { name } }) => name)
const messages = async () => (await read()).problems.map((problem) => formatProblem(problem).replaceAll(dir, 'DIR'))

test('reads yaml, yml and json files in the order of their names, and nothing else', async () => {
  await write('b.yml', object('b'))
  await write('a.yaml', object('a'))
  await write('c.json', JSON.stringify({ apiVersion: 'x/v1', kind: 'K', metadata: { name: 'c' } }))
  await write('.hidden.yaml', object('hidden'))
  await write('README.md', 'not: [yaml')
  await write('a.yaml~', object('backup'))
  await mkdir(join(dir, 'nested.yaml'))
  await writeFile(join(dir, 'nested.yaml', 'n.yaml'), object('nested'))
  expect(await names()).toEqual(['a', 'b', 'c'])
  expect(await messages()).toEqual([])
})

test('what did not change is the same JavaScript object again', async () => {
  await write('a.yaml', object('a'))
  await write('b.yaml', object('b'))
  const [a, b] = (await read()).objects
  await write('b.yaml', object('b', 2))
  const again = (await read()).objects
  expect(again[0]).toBe(a)
  expect(again[1]).not.toBe(b)
})

test('secrets come from files too', async () => {
  await write('s.yaml', 'apiVersion: v1\nkind: Secret\nmetadata: {name: tor}\nstringData: {password: x}\n')
  const { secrets, objects } = await read()
  expect(objects).toEqual([])
  expect(secrets).toEqual([
    { namespace: 'frr-k8s-system', name: 'tor', type: 'Opaque', data: { password: new Uint8Array([120]) } },
  ])
})

test('a field is located in the file that was read last', async () => {
  await write('a.yaml', object('a'))
  const [a] = (await read()).objects
  await write('a.yaml', `# a line more\n${object('a')}`)
  const locate = () => a && source.locate?.({ object: a.object, path: 'spec.asn' })
  expect(await locate()).toEqual({ file: join(dir, 'a.yaml'), line: 4, column: 8 })
  await read()
  expect(await locate()).toEqual({ file: join(dir, 'a.yaml'), line: 5, column: 8 })
})

test.each([
  {
    case: 'bytes that are no UTF-8',
    prepare: () => write('a.yaml', new Uint8Array([0x61, 0xff])),
    message: `\
file DIR/a.yaml: the file is not UTF-8 text [file/encoding]
    File a.yaml  (DIR/a.yaml)
help: save it as UTF-8`,
  },
  {
    case: 'a file that is far too large',
    prepare: async () => {
      await write('a.yaml', '')
      await truncate(join(dir, 'a.yaml'), 33 * 2 ** 20)
    },
    message: `\
file DIR/a.yaml: the file is larger than 32 MiB [file/too-large]
  33 MiB  File a.yaml  (DIR/a.yaml)
help: split it into several files, or move it out of this folder if it does not belong here`,
  },
  {
    case: 'a link to nothing',
    prepare: () => symlink('nowhere', join(dir, 'a.yaml')),
    message: `\
file DIR/a.yaml: the file is a link to nothing [file/unreadable]
  ENOENT  File a.yaml  (DIR/a.yaml)
help: make the file readable for the user that the daemon runs as, or remove it`,
  },
  {
    case: 'a link to itself',
    prepare: () => symlink('a.yaml', join(dir, 'a.yaml')),
    message: `\
file DIR/a.yaml: the file is a link to itself [file/unreadable]
  ELOOP  File a.yaml  (DIR/a.yaml)
help: make the file readable for the user that the daemon runs as, or remove it`,
  },
  {
    case: 'no folder',
    prepare: () => rm(dir, { recursive: true }),
    message: `\
folder DIR: the folder does not exist [file/folder]
  ENOENT  Folder DIR
help: create the folder and put the objects there, or name another one in the options of source-file`,
  },
  {
    case: 'a file in place of the folder',
    prepare: async () => {
      await rm(dir, { recursive: true })
      await writeFile(dir, '')
    },
    message: `\
folder DIR: this is a file, not a folder [file/folder]
  ENOTDIR  Folder DIR
help: create the folder and put the objects there, or name another one in the options of source-file`,
  },
])('$case is a problem', async ({ prepare, message }) => {
  await prepare()
  expect(await messages()).toEqual([message])
  expect((await read()).complete).toBe(false)
})

test('a copy of an object is read once; what contradicts itself is handed over for others to refuse', async () => {
  await write('a.yaml', object('edge', 1))
  await write('b.yaml', object('edge', 1))
  expect(await names()).toEqual(['edge'])
  await write('b.yaml', object('edge', 2))
  expect(await names()).toEqual(['edge', 'edge'])
  expect(await messages()).toEqual([])
})

test('a Secret that contradicts itself is a problem', async () => {
  await write('a.yaml', `${object('edge')}---\n${secret('s3cret')}`)
  await write('b.yaml', secret('other'))
  expect((await read()).secrets).toEqual([])
  expect(await messages()).toEqual([
    `\
Secret frr-k8s-system/tor: the folder holds it more than once, with different content [file/duplicate-object]
  document 2  Secret frr-k8s-system/tor  (DIR/a.yaml)
  document 1  Secret frr-k8s-system/tor  (DIR/b.yaml)
help: remove all but one, or give the others another metadata.name`,
  ])
  await write('b.yaml', secret('s3cret'))
  expect((await read()).secrets).toHaveLength(1)
})

test.each([
  { case: 'a good file', text: object('b'), complete: true },
  { case: 'an object that is none', text: 'kind: K', complete: true },
  { case: 'a file that cannot be read: there may be anything in it', text: 'kind: [', complete: false },
])('whether all objects are known: $case', async ({ text, complete }) => {
  await write('a.yaml', object('a'))
  await write('b.yaml', text)
  expect((await read()).complete).toBe(complete)
})
