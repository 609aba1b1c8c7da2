import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { main } from './main.ts'

let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'frrkit-cli-'))
})
afterEach(() => rm(dir, { recursive: true }))

async function frrkit(...words: readonly string[]) {
  const written = { stdout: '', stderr: '' }
  const code = await main(words, {
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
    cwd: dir,
    ended: () => Promise.resolve('SIGTERM'),
  })
  return { code, ...written }
}

/** `frrkit check` for worker-1, with the files as they are called in the folder. */
async function check(...flags: readonly string[]) {
  const { stderr, ...rest } = await frrkit('check', '--dir', '.', '--node-name', 'worker-1', ...flags)
  return { ...rest, stderr: stderr.replaceAll(`${dir}/`, '') }
}

const configuration = (name: string, neighbor: string) => `apiVersion: frrk8s.metallb.io/v1beta1
kind: FRRConfiguration
metadata: {name: ${name}, namespace: frr-system}
spec:
  bgp:
    routers:
    - asn: 64512
      prefixes: [192.168.100.0/24]
      neighbors: [${neighbor}]
`

/** The same and a raw snippet of these lines, at line 12 of the file. */
const withRaw = (...lines: readonly string[]) => `${configuration('edge', '{address: 192.0.2.2, asn: 64513}')}
  raw:
    rawConfig: |
${lines.map((line) => `      ${line}\n`).join('')}`

test('--version: what a bug report wants to know', async () => {
  const { default: manifest } = await import('../package.json', { with: { type: 'json' } })
  expect(await frrkit('--version')).toEqual({
    code: 0,
    stdout: `frrkit ${manifest.version}, node ${process.version}, ${process.platform} ${process.arch}\n`,
    stderr: '',
  })
})

test('check: all is well', async () => {
  await writeFile(join(dir, 'edge.yaml'), configuration('edge', '{address: 192.0.2.2, asn: 64513}'))
  expect(await frrkit('check', '--dir', '.', '--node-name', 'worker-1')).toEqual({
    code: 0,
    stdout: 'worker-1: ok, 1 object, 1 neighbor, 1 prefix\n',
    stderr: '',
  })
})

test('check: a conflict names both objects, and where in which file', async () => {
  await writeFile(join(dir, 'edge.yaml'), configuration('edge', '{address: 192.0.2.2, asn: 64513}'))
  await writeFile(join(dir, 'lb.yaml'), configuration('lb', '{address: 192.0.2.2, asn: 64999}'))
  const { code, stdout, stderr } = await frrkit('check', '--dir', '.', '--node-name', 'worker-1')
  expect(stderr).toBe(`neighbor 192.0.2.2: asn: objects ask for different values [merge/conflict]
  64513  FRRConfiguration frr-system/edge  spec.bgp.routers[0].neighbors[0].asn (${dir}/edge.yaml:9:40)
  64999  FRRConfiguration frr-system/lb    spec.bgp.routers[0].neighbors[0].asn (${dir}/lb.yaml:9:40)
help: set asn or dynamicASN to the same value in all of these objects
`)
  expect(stdout).toBe('worker-1: would not be applied, see the problems\n')
  expect(code).toBe(1)
})

describe('check: what FRR would say to raw lines, without one', () => {
  const asks = '    FRRConfiguration frr-system/edge  spec.raw.rawConfig (edge.yaml:12:5)\n'
  const byRelease = ['route-map m permit 7', ' match metric 0', 'exit']

  test('what every release refuses is an error, with the object that asks for it', async () => {
    await writeFile(join(dir, 'edge.yaml'), withRaw('router bgp 64512', ' neighbor 192.0.2.2 timers 5 700000', 'exit'))
    expect(await check()).toEqual({
      code: 1,
      stdout: 'worker-1: would not be applied, see the problems\n',
      stderr: `router bgp 64512 / neighbor 192.0.2.2 timers 5 700000: FRR does not take this line: 700000 is not between 0 and 65535 [frr/refused]
${asks}help: mend it in the object that asks for it, or take it out there; until then nothing else changes either
`,
    })
  })

  test('what some refuse is a warning, until one is named', async () => {
    await writeFile(join(dir, 'edge.yaml'), withRaw(...byRelease))
    const words = 'does not take this line: 0 is not between 1 and 4294967295 [frr/refused]'
    expect(await check()).toMatchObject({
      code: 0,
      stderr: `warning: route-map m permit 7 / match metric 0: FRR 8.4.4, 10.3 ${words}
${asks}help: no matter if no node runs that version: --frr-version says which one they run
`,
    })
    expect(await check('--frr-version', '10.3')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`: FRR ${words}`),
    })
    expect(await check('--frr-version', '10.7.1')).toMatchObject({ code: 0, stderr: '' })
    expect(await check('--frr-version', 'trixie')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('8.4.4, 10.3'),
    })
  })

  test('what nobody here knows is a warning', async () => {
    await writeFile(join(dir, 'edge.yaml'), withRaw('bgp graceful-shutdwon'))
    expect(await check()).toEqual({
      code: 0,
      stdout: 'worker-1: ok, 1 object, 1 neighbor, 1 prefix\n',
      stderr: `warning: router bgp 64512 / bgp graceful-shutdwon: no command that is known here; only FRR can say whether it takes this line [cli/unknown-line]
${asks}help: if it is misspelt, mend it; otherwise FRR is asked before the line is applied
`,
    })
  })
})

test('check: several nodes, each with its own labels', async () => {
  const selected = configuration('edge', '{address: 192.0.2.2, asn: 64513}')
  await writeFile(join(dir, 'edge.yaml'), `${selected}  nodeSelector: {matchLabels: {rack: r1}}\n`)
  const { code, stdout } = await frrkit(
    'check',
    '--dir',
    '.',
    '--node',
    'worker-1,rack=r1',
    '--node',
    'worker-2,rack=r2',
  )
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: 'worker-1: ok, 1 object, 1 neighbor, 1 prefix\nworker-2: ok, 0 objects, 0 neighbors, 0 prefixes\n',
  })
})

test('check --output json: the problem as data and as words', async () => {
  await writeFile(join(dir, 'edge.yaml'), configuration('edge', '{adress: 192.0.2.2, asn: 64513}'))
  const { code, stdout } = await frrkit('check', '--dir', '.', '--node-name', 'worker-1', '--output', 'json')
  const { ok, nodes } = JSON.parse(stdout)
  expect({ code, ok }).toEqual({ code: 1, ok: false })
  expect(nodes[0].problems[0]).toMatchObject({
    code: 'document/unknown-field',
    field: 'spec.bgp.routers[0].neighbors[0].adress',
    help: 'did you mean address?',
    evidence: [{ says: 'unknown', origin: { at: { file: `${dir}/edge.yaml`, line: 9, column: 20 } } }],
  })
})

test('render: passwords are hidden unless asked for', async () => {
  await writeFile(join(dir, 'edge.yaml'), configuration('edge', '{address: 192.0.2.2, asn: 64513, password: s3cret}'))
  const hidden = await frrkit('render', '--dir', '.', '--node-name', 'worker-1')
  expect(hidden.stdout).toContain('neighbor 192.0.2.2 password (hidden)\n')
  expect(JSON.stringify([hidden, await frrkit('render', '--dir', '.', '--output', 'json')])).not.toContain('s3cret')
  const shown = await frrkit('render', '--dir', '.', '--show-secrets')
  expect(shown.stdout).toContain('neighbor 192.0.2.2 password s3cret\n')
})

test('a config file names the plugins, one of them a file beside it', async () => {
  await writeFile(join(dir, 'edge.yaml'), configuration('edge', '{address: 192.0.2.2, asn: 64513}'))
  await writeFile(
    join(dir, 'target-banner.mjs'),
    `export const targetBanner = ({ text }) => ({ contract: 'render-target/v2', name: 'target-banner', place: 'head',
       template: '! {{text}} on {{hostname}}\\n', view: ({ hostname }) => ({ ok: true, value: { hostname, text } }) })`,
  )
  await writeFile(
    join(dir, 'frrkit.conf'),
    `node: {name: worker-1}\nplugins: {source-file: {dir: ${dir}}, target-bfdd: , ./target-banner.mjs: {text: hello}}`,
  )
  expect(await frrkit('render', '--config', 'frrkit.conf')).toEqual({
    code: 0,
    stdout: '! hello on worker-1\n',
    stderr: '',
  })
})

test.each([
  { case: 'a plugin with a scope', scope: '@acme' },
  { case: 'one of ours that does not come with frrkit', scope: '@frrkit' },
])('$case is the package installed where the config file lies', async ({ scope }) => {
  const folder = join(dir, 'node_modules', scope, 'target-banner')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), '{"type": "module", "exports": {".": {"import": "./banner.js"}}}')
  await writeFile(
    join(folder, 'banner.js'),
    `export const targetBanner = () => ({ contract: 'render-target/v2', name: 'target-banner', place: 'head',
       template: '! {{hostname}}\\n', view: ({ hostname }) => ({ ok: true, value: { hostname } }) })`,
  )
  await writeFile(
    join(dir, 'frrkit.conf'),
    `node: {name: worker-1}\nplugins: {source-file: {dir: ${dir}}, target-bfdd: , "${scope}/target-banner": }`,
  )
  expect(await frrkit('render', '--config', 'frrkit.conf')).toEqual({ code: 0, stdout: '! worker-1\n', stderr: '' })
})

test('--plugin loads a file from here besides the usual plugins', async () => {
  await writeFile(join(dir, 'edge.yaml'), configuration('edge', '{address: 192.0.2.2, asn: 64513}'))
  await writeFile(
    join(dir, 'motd.ts'),
    `export const motd = (): object => ({ contract: 'render-target/v2', name: 'target-motd', place: 'tail',
       template: '! welcome to {{hostname}}\\n', view: ({ hostname }) => ({ ok: true, value: { hostname } }) })`,
  )
  const { code, stdout } = await frrkit('render', '--dir', '.', '--node-name', 'worker-1', '--plugin', './motd.ts')
  expect(code).toBe(0)
  expect(stdout).toContain('neighbor 192.0.2.2 remote-as 64513')
  expect(stdout).toMatch(/\n! welcome to worker-1\n$/)
})

test.each([
  {
    case: 'an unknown key in the config file',
    config: 'plugin: {}',
    says: `File frrkit.conf: plugin: no such field [document/unknown-field]
  unknown  File frrkit.conf  plugin
help: did you mean plugins?
`,
  },
  {
    case: 'a config file with tabs',
    config: 'node:\n\tname: x',
    says: expect.stringContaining('[file/syntax]'),
  },
  {
    case: 'a plugin that does not exist',
    config: 'plugins: {target-ospfd: }',
    says: expect.stringMatching(
      /^plugin target-ospfd: could not be loaded: .* \[cli\/plugin\]\nhelp: install the package @frrkit\/target-ospfd, or mend its name\n$/,
    ),
  },
  {
    case: 'a source without its folder',
    config: 'plugins: {source-file: }',
    says: `plugin source-file: the option dir is missing: the folder to read [cli/plugin]
help: see the options in the README of the plugin
`,
  },
])('$case is a problem', async ({ config, says }) => {
  await writeFile(join(dir, 'frrkit.conf'), config)
  expect(await frrkit('check', '--config', 'frrkit.conf')).toEqual({ code: 1, stdout: '', stderr: says })
})

test.each([
  { case: 'an unknown option', words: ['check', '--fodler', 'x'] },
  { case: 'an unknown command', words: ['chekc'] },
  { case: 'no command', words: [] },
  { case: 'no place to look for objects', words: ['check'] },
  { case: 'a label without an equals sign', words: ['check', '--dir', '.', '--node-label', 'rack'] },
  { case: 'an unknown format', words: ['render', '--dir', '.', '--output', 'xml'] },
  { case: 'a diff against nothing', words: ['diff', '--dir', '.'] },
  { case: 'a diff against two things', words: ['diff', '--dir', '.', '--against-running', '--against', 'frr.conf'] },
  { case: 'a pathspace of a file', words: ['diff', '--dir', '.', '--against', 'frr.conf', '--pathspace', 'x'] },
  { case: 'an explanation of nothing', words: ['explain'] },
  { case: 'an explanation of a neighbor without a name', words: ['explain', 'neighbor', '--dir', '.'] },
  { case: 'a status once and again', words: ['status', '--once', '--watch'] },
  { case: 'a status every so often', words: ['status', '--watch', 'often'] },
  { case: 'a status every 0 seconds', words: ['status', '--watch', '0'] },
  { case: 'a prefix without a length', words: ['explain', 'prefix', '10.0.0.1', '--dir', '.'] },
])('$case is a usage error', async ({ words }) => {
  const { code, stdout, stderr } = await frrkit(...words)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).not.toBe('')
})

test.each([
  ['run'],
  ['render'],
  ['check'],
  ['diff'],
  ['status'],
  ['explain'],
  ['explain', 'neighbor'],
  ['explain', 'prefix'],
  [],
])('%s --help shows an example', async (...command) => {
  const { code, stdout } = await frrkit(...command.filter((word) => word !== undefined), '--help')
  expect(code).toBe(0)
  expect(stdout).toMatch(/Example:\n {2}\$ frrkit/)
})
