import { execFileSync } from 'node:child_process'
import { mkdir, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { configuration, type Here, makeHere } from './frrkit-here.ts'

let here: Here
beforeEach(async () => {
  here = await makeHere()
  for (const folder of ['now', 'before']) await mkdir(join(here.dir, folder))
  await here.write('now/edge.yaml', configuration('edge', { neighbor: 'password: s3cret, ebgpMultiHop: true' }))
  await here.write('before/edge.yaml', configuration('edge', { neighbor: 'password: hunter2' }))
})
afterEach(() => here.remove())

const diff = (...words: readonly string[]) => here.frrkit('diff', '--dir', 'now', '--node-name', 'worker-1', ...words)

const plan = `neighbor 192.0.2.2: the session resets: the password changes, ebgp-multihop changes
  + neighbor 192.0.2.2 ebgp-multihop
  ~ neighbor 192.0.2.2 password (hidden)  (changed)

2 to add, 1 to remove, 1 session reset
`

test('against another folder', async () => {
  expect(await diff('--against-dir', 'before')).toEqual({ code: 0, stdout: plan, stderr: '' })
})

test('against a frr.conf', async () => {
  const { stdout } = await here.frrkit('render', '--dir', 'before', '--node-name', 'worker-1', '--show-secrets')
  await here.write('frr.conf', stdout)
  expect(await diff('--against', 'frr.conf')).toEqual({ code: 0, stdout: plan, stderr: '' })
})

test('against a frr.conf that FRR has written', async () => {
  const { stdout } = await here.frrkit('render', '--dir', 'now', '--node-name', 'worker-1', '--show-secrets')
  const ours = stdout.replace('hostname worker-1', 'hostname other').replace('ebgp-multihop', 'ebgp-multihop 255')
  await here.write('frr.conf', `frr version 8.4.4\nfrr defaults traditional\nservice integrated-vtysh-config\n${ours}`)
  expect(await diff('--against', 'frr.conf')).toEqual({ code: 0, stdout: 'nothing would change\n', stderr: '' })
})

test.each([
  { against: 'before', code: 1 },
  { against: 'now', code: 0 },
])('--exit-code tells about $against by the code $code', async ({ against, code }) => {
  expect((await diff('--against-dir', against, '--exit-code')).code).toBe(code)
})

test('as JSON, without a secret', async () => {
  const { code, stdout } = await diff('--against-dir', 'before', '--output', 'json')
  expect({ code, ...JSON.parse(stdout) }).toEqual({
    code: 0,
    ok: true,
    secretsHidden: false,
    problems: [],
    plan: {
      summary: { add: 2, remove: 1, resets: 1 },
      groups: [
        {
          subject: { kind: 'neighbor', vrf: '', name: '192.0.2.2' },
          change: 'changed',
          resets: ['the password changes', 'ebgp-multihop changes'],
          sections: [
            {
              heading: '',
              lines: [
                { sign: '+', text: 'neighbor 192.0.2.2 ebgp-multihop' },
                { sign: '~', text: 'neighbor 192.0.2.2 password (hidden)' },
              ],
            },
          ],
        },
      ],
    },
  })
  expect(stdout).not.toMatch(/s3cret|hunter2/)
})

const git = (...words: readonly string[]) =>
  execFileSync('git', ['-C', here.dir, '-c', 'user.name=t', '-c', 'user.email=t@example.com', ...words], {
    stdio: 'pipe',
  })
const leftovers = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('frrkit-commit-'))

describe('against a commit', () => {
  beforeEach(async () => {
    await here.write('now/edge.yaml', configuration('edge', { neighbor: 'password: hunter2' }))
    git('init', '-q')
    git('add', 'now')
    git('commit', '-qm', 'before')
    await here.write('now/edge.yaml', configuration('edge', { neighbor: 'password: s3cret, ebgpMultiHop: true' }))
  })

  test('of the folder', async () => {
    const before = await leftovers()
    expect(await diff('--against-commit', 'HEAD')).toEqual({ code: 0, stdout: plan, stderr: '' })
    expect(git('status', '--porcelain', 'now').toString()).toBe(' M now/edge.yaml\n')
    expect(await leftovers()).toEqual(before)
  })

  test('in which the objects were wrong: the file is named as git names it', async () => {
    await here.write('now/edge.yaml', configuration('edge', { neighbor: 'adress: x' }))
    git('commit', '-qam', 'wrong')
    await here.write('now/edge.yaml', configuration('edge', {}))
    const { code, stdout, stderr } = await diff('--against-commit', 'HEAD')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/\(HEAD:edge\.yaml:9:\d+\)\nhelp: did you mean address\?\n$/)
  })

  test.each([
    { case: 'that does not exist', revision: 'nonsense', reason: 'git does not know it in DIR' },
    { case: 'that looks like an option', revision: '--output=x', reason: 'git does not know it in DIR' },
  ])('$case', async ({ revision, reason }) => {
    const { code, stderr } = await diff(`--against-commit=${revision}`)
    expect({ code, stderr: stderr.replaceAll(join(here.dir, 'now'), 'DIR') }).toEqual({
      code: 1,
      stderr: `commit ${revision}: ${reason} [cli/commit]
help: name a commit, branch or tag of the repository that holds the folder, and in which the folder exists
`,
    })
  })
})

test('a frr.conf cannot speak to the terminal', async () => {
  await here.write('frr.conf', 'ip prefix-list x description \u001b]0;title\u0007\n')
  const { stdout } = await diff('--against', 'frr.conf')
  expect(stdout).toContain('\n  - ip prefix-list x description \\u001b]0;title\\u0007\n')
})

test('a file that is not there', async () => {
  const { code, stderr } = await diff('--against', 'nowhere.conf')
  expect({ code, stderr: stderr.replaceAll(here.dir, 'DIR') }).toEqual({
    code: 1,
    stderr: `File nowhere.conf: ENOENT: no such file or directory, open 'DIR/nowhere.conf' [file/unreadable]
help: name a frr.conf that exists and may be read
`,
  })
})

test('a reloader of another make is asked itself; its secrets are hidden and not compared', async () => {
  const running =
    'frr version 8.4.4\\nrouter bgp 64512\\nneighbor 192.0.2.2 remote-as 64513\\nneighbor 192.0.2.2 password (hidden)\\n'
  await here.write(
    'reloader-mine.mjs',
    `export const reloaderMine = () => ({ contract: 'reloader/v1', name: 'reloader-mine', reload: async () => ({}), running: async () => '${running}' })`,
  )
  await here.write('frrkit.conf', 'plugins: {source-file: , target-bgpd: , ./reloader-mine.mjs: }')
  const { code, stdout, stderr } = await diff('--config', 'frrkit.conf', '--against-running')
  expect({ code, stderr }).toEqual({ code: 0, stderr: 'passwords were not compared: FRR hides them\n' })
  expect(stdout).toContain(
    'neighbor 192.0.2.2: the session resets: ebgp-multihop changes, an address family is activated',
  )
  expect(stdout).not.toContain('password')
})

test('an FRR that is not there', async () => {
  const { code, stderr } = await diff('--against-running', '--pathspace', 'frrkit-nowhere')
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: expect.stringMatching(
      /^FRR: .* \[cli\/running\]\nhelp: run it where FRR runs, as root or in the group frrvty; --pathspace and --vty-dir say which FRR\n$/,
    ),
  })
})
