import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type FakeDaemon, startFakeDaemon } from '@frrkit/vty/fake'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { main } from '../main.ts'

const bgp = 'show bgp vrf all neighbors json'
const bfd = 'show bfd peers json'
const peer = { bgpState: 'Established', localAs: 65001, remoteAs: 65002, bgpTimerUpMsec: 61_000 }

let dir = ''
let daemons: FakeDaemon[] = []
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'frrkit-status-'))
})
afterEach(async () => {
  await Promise.all(daemons.map((daemon) => daemon.stop()))
  daemons = []
  await rm(dir, { recursive: true })
})

async function startFrr(neighbors: object, pathspace?: string): Promise<FakeDaemon> {
  const places = { vtyDir: dir, pathspace }
  const bgpd = await startFakeDaemon({ daemon: 'bgpd', ...places, shows: { [bgp]: JSON.stringify(neighbors) } })
  daemons.push(bgpd, await startFakeDaemon({ daemon: 'bfdd', ...places, shows: { [bfd]: '[]' } }))
  return bgpd
}

type Terminal = { readonly columns: number; readonly rows: number }

async function status(
  words: readonly string[],
  { terminal, end }: { terminal?: Terminal; end?: Promise<string> } = {},
) {
  const written = { stdout: '', stderr: '' }
  const code = await main(['status', ...words], {
    stdout: { write: (text) => (written.stdout += text), isTTY: terminal !== undefined, ...terminal },
    stderr: { write: (text) => (written.stderr += text) },
    cwd: dir,
    ended: (signal) => (signal === 'SIGINT' && end ? end : new Promise(() => {})),
  })
  return { code, ...written }
}

test('into a pipe, it looks once', async () => {
  await startFrr({ default: { '192.0.2.2': peer } })
  expect(await status(['--vty-dir', dir])).toEqual({
    code: 0,
    stdout: `\
1 neighbor: 1 established

NEIGHBOR   AS     STATE        FOR    FAMILY  ACCEPTED  SENT  BFD  LAST RESET
192.0.2.2  65002  Established  1m 1s  -       -         -     -
`,
    stderr: '',
  })
})

test('something down is exit code 1', async () => {
  await startFrr({ default: { '192.0.2.2': { ...peer, bgpState: 'Idle' } } })
  const { code, stdout } = await status(['--vty-dir', dir])
  expect({ code, first: stdout.split('\n')[0] }).toEqual({ code: 1, first: '1 neighbor: 1 down' })
})

test('JSON has it all, and a VRF can be chosen', async () => {
  await startFrr({ default: { '192.0.2.2': peer }, red: { eth0: peer } }, 'blue')
  const { code, stdout } = await status(['--vty-dir', dir, '--pathspace', 'blue', '--vrf', 'red', '--output', 'json'])
  expect({ code, ...JSON.parse(stdout) }).toEqual({
    code: 0,
    ok: true,
    neighbors: [
      {
        vrf: 'red',
        neighbor: 'eth0',
        state: 'Established',
        shutdown: false,
        localAs: 65001,
        remoteAs: 65002,
        uptime: 61_000,
        connectionsEstablished: 0,
        connectionsDropped: 0,
        families: [],
      },
    ],
    bfdPeers: [],
    problems: [],
  })
})

test('a VRF without sessions is not one in which all is well', async () => {
  await startFrr({ default: { '192.0.2.2': peer }, red: { eth0: peer } })
  expect(await status(['--vty-dir', dir, '--vrf', 'rde'])).toMatchObject({
    code: 1,
    stderr: `vrf rde: it has neither neighbors nor BFD peers [cli/unknown-vrf]
help: choose one that has: default, red
`,
  })
})

test('the reloader of a config file says where FRR is', async () => {
  await startFrr({}, 'blue')
  await writeFile(join(dir, 'frrkit.yaml'), `plugins: {reloader-frr-reload: {vtyDir: ${dir}, pathspace: blue}}`)
  expect(await status(['--config', 'frrkit.yaml'])).toEqual({ code: 0, stdout: 'no neighbors\n', stderr: '' })
})

test('without FRR, the way out is in the words', async () => {
  expect(await status(['--vty-dir', dir])).toEqual({
    code: 1,
    stdout: '',
    stderr: `FRR: there is no ${dir}/bgpd.vty: the daemon does not run [cli/no-answer]
help: run it where FRR runs, in the same container, or name the folder of its sockets: --vty-dir <folder>
`,
  })
})

test('an FRR elsewhere on the machine is named', async () => {
  await startFrr({}, 'blue')
  const { stderr } = await status(['--vty-dir', dir, '--pathspace', 'green'])
  expect(stderr).toBe(`FRR: there is no ${dir}/green/bgpd.vty: the daemon does not run [cli/no-answer]
help: choose one: --pathspace blue
`)
})

test('a dead bgpd beside a living bfdd', async () => {
  const bgpd = await startFrr({})
  await bgpd.kill()
  const { code, stdout, stderr } = await status(['--vty-dir', dir])
  expect({ code, stdout, stderr }).toEqual({
    code: 1,
    stdout: '',
    stderr: `bgpd: nobody listens on ${dir}/bgpd.vty: the daemon has ended [cli/no-answer]
help: start bgpd: bgpd=yes in /etc/frr/daemons, then restart FRR
`,
  })
})

test('nobody misses a bfdd that no neighbor asks for', async () => {
  await startFrr({ default: { '192.0.2.2': peer } })
  await daemons[1]?.stop()
  expect((await status(['--vty-dir', dir])).code).toBe(0)
})

test('on a terminal it stays, follows what happens, and leaves the last look behind', async () => {
  const bgpd = await startFrr({ default: { '192.0.2.2': peer } })
  const end = Promise.withResolvers<string>()
  const running = status(['--vty-dir', dir, '--watch', '0.1'], {
    terminal: { columns: 80, rows: 24 },
    end: end.promise,
  })
  await expect.poll(() => bgpd.commands.length).toBeGreaterThan(1)
  const gone = { ...peer, bgpState: 'Idle', bgpTimerUpMsec: undefined }
  bgpd.answer(bgp, JSON.stringify({ default: { '192.0.2.2': gone } }))
  await expect.poll(() => bgpd.commands.length).toBeGreaterThan(5)
  end.resolve('SIGINT')
  const { code, stdout } = await running
  expect(code).toBe(1)
  expect(stdout).toContain('1 neighbor: 1 established')
  expect(stdout.split('\u001b[?1049l')[1]).toContain('1 neighbor: 1 down\n')
})

test('in a window too low for all, those that are down come first', async () => {
  const down = { ...peer, bgpState: 'Idle', bgpTimerUpMsec: undefined }
  const bgpd = await startFrr({ default: { '192.0.2.2': peer, '192.0.2.3': peer, '192.0.2.9': down } })
  const end = Promise.withResolvers<string>()
  const running = status(['--vty-dir', dir], { terminal: { columns: 80, rows: 5 }, end: end.promise })
  await expect.poll(() => bgpd.commands.length).toBeGreaterThan(0)
  end.resolve('SIGINT')
  const [live = '', last = ''] = (await running).stdout.split('\u001b[?1049l')
  expect(live).toMatch(/NEIGHBOR.*\r\n192\.0\.2\.9 .*\r\n\.\.\. 4 more lines/)
  expect(last).toMatch(/192\.0\.2\.2 [\s\S]*192\.0\.2\.9 /)
})

test('watching into a pipe, as JSON: a line per look', async () => {
  const bgpd = await startFrr({ default: { '192.0.2.2': peer } })
  const end = Promise.withResolvers<string>()
  const running = status(['--vty-dir', dir, '--watch', '0.1', '--output', 'json'], { end: end.promise })
  await expect.poll(() => bgpd.commands.length).toBeGreaterThan(3)
  end.resolve('SIGTERM')
  const { stdout } = await running
  const looks = stdout.trimEnd().split('\n')
  expect(looks.length).toBeGreaterThan(1)
  expect(looks.map((line) => JSON.parse(line))).toSatisfy((all) => all.every((look: { ok: boolean }) => look.ok))
})
