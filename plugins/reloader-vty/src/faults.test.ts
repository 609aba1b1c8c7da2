import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Notice } from '@frrkit/plugin'
import { fakeReloader } from '@frrkit/testing'
import { type FakeAnswer, type FakeDaemon, startFakeDaemon } from '@frrkit/vty/fake'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ReloaderVtyOptions, reloaderVty } from './index.ts'

/** Daemons on real sockets, which take every line that `refused` does not name. */
let vtyDir = ''
let fakes: readonly FakeDaemon[] = []
let refused: (line: string) => FakeAnswer | undefined
let stop: AbortController
const signal = new AbortController().signal

beforeEach(async () => {
  vtyDir = await mkdtemp(join(tmpdir(), 'reloader-vty-'))
  refused = () => undefined
  stop = new AbortController()
  const names = ['zebra', 'bgpd', 'bfdd'] as const
  const line = (text: string) => refused(text) ?? ''
  fakes = await Promise.all(names.map((daemon) => startFakeDaemon({ daemon, vtyDir, version: '10.3', line })))
})
afterEach(async () => {
  stop.abort()
  await Promise.all(fakes.map((fake) => fake.stop()))
  await rm(vtyDir, { recursive: true })
})

function bgpd(): FakeDaemon {
  const [, fake] = fakes
  if (fake === undefined) throw new Error('BUG: bgpd is there within tests only')
  return fake
}

const confFile = () => join(vtyDir, 'etc', 'frr.conf')
const make = async (options: ReloaderVtyOptions = {}) => {
  await mkdir(join(vtyDir, 'etc'), { recursive: true })
  return reloaderVty({ vtyDir, confFile: confFile(), auditEvery: 0, ...options })
}

const frrConf = (...neighbors: readonly number[]): string => `\
ip prefix-list out seq 1 permit 10.0.0.0/24
ip prefix-list out seq 2 permit 10.0.1.0/24
router bgp 65001
${neighbors.map((n) => ` neighbor 192.0.2.${n} remote-as 65002\n`).join('')}exit
`
const accepted = { status: 'accepted', changed: true, by: 'reloader-vty', words: '' }

test('the same text again is no question to FRR', async () => {
  const reloader = await make()
  expect(await reloader.reload(frrConf(1), signal)).toEqual(accepted)
  const before = fakes.map(({ commands }) => commands.length)
  expect(await reloader.reload(frrConf(1), signal)).toEqual({ ...accepted, changed: false })
  expect(fakes.map(({ commands }) => commands.length)).toEqual(before)
})

test('a refusal names the line and hides its secret; the lines before it are taken back', async () => {
  const reloader = await make()
  await reloader.reload(frrConf(1), signal)
  refused = (line) => (line.includes('password') ? { status: 13, text: `% no: ${line}\n` } : undefined)
  const text = frrConf(1, 2).replace('exit\n', ' neighbor 192.0.2.2 password s3cret\nexit\n')
  expect(await reloader.reload(text, signal)).toEqual({
    status: 'rejected',
    running: 'unchanged',
    by: 'reloader-vty',
    words: 'bgpd: "neighbor 192.0.2.2 password (hidden)": % no: neighbor 192.0.2.2 password (hidden)',
  })
  expect(bgpd().lines).not.toContain('neighbor 192.0.2.2 remote-as 65002')
  expect(await readFile(confFile(), 'utf8')).toBe(frrConf(1))
})

test('in a batch, the words of FRR stand at another line: the right one is found', async () => {
  const reloader = await make()
  refused = (line) => (line.includes('10.0.1.0/24') ? { status: 13, text: '% not that one\n' } : undefined)
  const [first = '', second = '', ...router] = frrConf(1).split('\n')
  await reloader.reload(router.join('\n'), signal)
  const before = [...bgpd().lines]
  const third = second.replace('2', '3').replace('.1.', '.2.')
  expect(await reloader.reload([first, second, third, ...router].join('\n'), signal)).toEqual({
    status: 'rejected',
    running: 'unchanged',
    by: 'reloader-vty',
    words: 'bgpd: "ip prefix-list out seq 2 permit 10.0.1.0/24": % not that one',
  })
  expect(bgpd().lines).toEqual(before)
})

test('a line that FRR takes and does not show is handed to the fallback, or said', async () => {
  const shown =
    'frr version 10.3\nip prefix-list out seq 1 permit 10.0.0.0/24\nip prefix-list out seq 2 permit 10.0.1.0/24\n'
  bgpd().answer('show running-config', shown)
  const fallback = fakeReloader('reloader-other')
  const reloader = await make({ fallback })
  const because =
    'FRR took every line and shows something else:\n+ router bgp 65001\n+ router bgp 65001 / neighbor 192.0.2.1 remote-as 65002'
  expect(await reloader.reload(frrConf(1), signal)).toEqual({ ...accepted, by: 'reloader-other', because })

  const alone = await make()
  expect(await alone.reload(frrConf(1), signal)).toEqual({
    status: 'rejected',
    running: 'unchanged',
    by: 'reloader-vty',
    words: because,
  })
  const described = frrConf(1).replace('exit\n', ' neighbor 192.0.2.1 description x\nexit\n')
  bgpd().answer('show running-config', `${shown}router bgp 65001\n neighbor 192.0.2.1 remote-as 65002\n`)
  expect(await alone.reload(described, signal)).toMatchObject({
    ...accepted,
    warnings: ['FRR took these lines and does not show them:\n+ router bgp 65001 / neighbor 192.0.2.1 description x'],
  })
})

test('what does not go, though FRR says nothing against it, is refused where nobody else can be asked', async () => {
  const reloader = await make()
  await reloader.reload(frrConf(1, 2), signal)
  const shown = 'router bgp 65001\n neighbor 192.0.2.1 remote-as 65002\n neighbor 192.0.2.2 remote-as 65002\n'
  bgpd().answer('show running-config', `frr version 10.3\n${frrConf().replace(/router.*\nexit\n/, shown)}`)
  expect(await reloader.reload(frrConf(1), signal)).toEqual({
    status: 'rejected',
    running: 'unchanged',
    by: 'reloader-vty',
    words: 'FRR took every line and shows something else:\n- router bgp 65001 / neighbor 192.0.2.2 remote-as 65002',
  })
  expect(await readFile(confFile(), 'utf8')).toBe(frrConf(1, 2))
})

test.each([
  { case: 'hangs', fault: async () => bgpd().hang(), words: /^bgpd: .*no answer within 300 ms$/ },
  { case: 'is gone', fault: () => bgpd().kill(), words: /^not running: bgpd$/ },
])('a bgpd that $case is unreachable, and gets everything once it is back', async ({ fault, words }) => {
  const reloader = await make({ answerWithin: 300, applyWithin: 300 })
  await reloader.reload(frrConf(1), signal)
  await fault()
  const outcome = await reloader.reload(frrConf(1, 2), signal)
  expect(outcome).toMatchObject({ status: 'unreachable', words: expect.stringMatching(words) })
  bgpd().resume()
  if (words.test('not running: bgpd')) await bgpd().start()
  expect(await reloader.reload(frrConf(1, 2), signal)).toMatchObject({ status: 'accepted' })
  expect(bgpd().lines).toContain('neighbor 192.0.2.2 remote-as 65002')
})

test('a bgpd that hangs is not waited for as long as one that works', async () => {
  const reloader = await make({ answerWithin: 300, applyWithin: 3_600_000 })
  await reloader.reload(frrConf(1), signal)
  bgpd().hang()
  const outcome = await reloader.reload(frrConf(1, 2), signal)
  expect(outcome).toMatchObject({ status: 'unreachable', words: expect.stringContaining('no answer within 300 ms') })
  bgpd().resume()
})

test('a bgpd that ends amid an apply leaves nothing to be believed', async () => {
  const reloader = await make()
  await reloader.reload(frrConf(1), signal)
  bgpd().answer('neighbor 192.0.2.2 remote-as 65002', { fault: 'cut' })
  expect(await reloader.reload(frrConf(1, 2, 3), signal)).toMatchObject({ status: 'unreachable' })
  bgpd().answer('neighbor 192.0.2.2 remote-as 65002', '')
  await bgpd().kill()
  await bgpd().start()
  expect(await reloader.reload(frrConf(1, 2, 3), signal)).toMatchObject({ status: 'accepted', changed: true })
  expect(bgpd().lines).toContain('neighbor 192.0.2.3 remote-as 65002')
})

test('a frr.conf that cannot be written is said, and written as soon as it can be', async () => {
  const reloader = await make({ auditEvery: 20 })
  await rm(join(vtyDir, 'etc'), { recursive: true })
  const outcome = await reloader.reload(frrConf(1), signal)
  expect(outcome).toMatchObject({
    ...accepted,
    warnings: [expect.stringContaining(`${confFile()} could not be written: ENOENT`)],
  })
  expect(await reloader.reload(frrConf(1), signal)).toMatchObject({ changed: false, warnings: [expect.any(String)] })

  const bell = new EventTarget()
  let noticed: Notice | undefined
  void reloader
    .watch?.((notice) => {
      noticed = notice
      bell.dispatchEvent(new Event('notice'))
    }, stop.signal)
    .catch(() => {})
  const told = once(bell, 'notice')
  await mkdir(join(vtyDir, 'etc'))
  await told
  expect(noticed).toEqual({ kind: 'again', words: `${confFile()} can be written again` })
  expect(await reloader.reload(frrConf(1), signal)).toEqual({ ...accepted, changed: false })
  expect(await readFile(confFile(), 'utf8')).toBe(frrConf(1))
})

test('no FRR at all is unreachable', async () => {
  await Promise.all(fakes.map((fake) => fake.stop()))
  await rm(vtyDir, { recursive: true })
  await mkdir(vtyDir)
  expect(await (await make()).reload(frrConf(1), signal)).toEqual({
    status: 'unreachable',
    words: 'there is no daemon of FRR here: no sockets',
    by: 'reloader-vty',
  })
})
