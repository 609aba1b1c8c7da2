import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import type { Notice, Reloader } from '@frrkit/plugin'
import { expect, test } from 'vitest'
import { accepted, fakeFrr, frrConf, rejected } from '../e2e/fake-frr.ts'

const { bgpd, confDir, confFile, daemons, make, refuse, vtyDir } = fakeFrr()
const signal = new AbortController().signal

test('the same text again is no question to FRR', async () => {
  const reloader = await make()
  expect(await reloader.reload(frrConf(1), signal)).toEqual(accepted)
  const before = daemons().map(({ commands }) => commands.length)
  expect(await reloader.reload(frrConf(1), signal)).toEqual({ ...accepted, changed: false })
  expect(daemons().map(({ commands }) => commands.length)).toEqual(before)
})

test('a refusal names the line and hides its secret; the lines before it are taken back', async () => {
  const reloader = await make()
  await reloader.reload(frrConf(1), signal)
  refuse((line) => (line.includes('password') ? { status: 13, text: `% no: ${line}\n` } : undefined))
  const text = frrConf(1, 2).replace('exit\n', ' neighbor 192.0.2.2 password s3cret\nexit\n')
  expect(await reloader.reload(text, signal)).toEqual({
    ...rejected,
    words: 'bgpd: "neighbor 192.0.2.2 password (hidden)": % no: neighbor 192.0.2.2 password (hidden)',
    lines: [
      {
        at: 6,
        line: 'router bgp 65001 / neighbor 192.0.2.2 password (hidden)',
        why: '% no: neighbor 192.0.2.2 password (hidden)',
      },
    ],
  })
  expect(bgpd().lines).not.toContain('neighbor 192.0.2.2 remote-as 65002')
  expect(await readFile(confFile(), 'utf8')).toBe(frrConf(1))
})

test('what a refusal leaves behind, and nobody here knows how to take back, is not called unchanged', async () => {
  const reloader = await make()
  // One line is no batch, and FRR's words would be final.
  const both = frrConf(1, 2).replace('10.0.1', '10.0.9').replace('10.0.0', '10.0.8')
  await reloader.reload(frrConf(1), signal)
  refuse((line) => {
    if (!line.includes('192.0.2.2')) return undefined
    bgpd().answer('show running-config', `frr version 10.3\n${frrConf(1)}colour red\n`)
    return { status: 13, text: '% not that one\n' }
  })
  expect(await reloader.reload(both, signal)).toEqual({
    ...rejected,
    running: 'unknown',
    words: 'bgpd: "neighbor 192.0.2.2 remote-as 65002": % not that one',
    lines: [{ at: 5, line: 'router bgp 65001 / neighbor 192.0.2.2 remote-as 65002', why: '% not that one' }],
  })
  refuse(() => undefined)
  bgpd().answer('show running-config', `frr version 10.3\n${both}`)
  expect(await reloader.reload(both, signal)).toMatchObject({ status: 'accepted' })
})

test('in a batch, the words of FRR stand at another line: the right one is found', async () => {
  const reloader = await make()
  refuse((line) => (line.includes('10.0.1.0/24') ? { status: 13, text: '% not that one\n' } : undefined))
  const [first = '', second = '', ...router] = frrConf(1).split('\n')
  await reloader.reload(router.join('\n'), signal)
  const before = [...bgpd().lines]
  const third = second.replace('2', '3').replace('.1.', '.2.')
  expect(await reloader.reload([first, second, third, ...router].join('\n'), signal)).toEqual({
    ...rejected,
    words: 'bgpd: "ip prefix-list out seq 2 permit 10.0.1.0/24": % not that one',
    lines: [{ at: 2, line: 'ip prefix-list out seq 2 permit 10.0.1.0/24', why: '% not that one' }],
  })
  expect(bgpd().lines).toEqual(before)
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

test('a frr.conf that cannot be written is said, and written as soon as it can be', async ({ onTestFinished }) => {
  const stop = new AbortController()
  onTestFinished(() => stop.abort())
  const reloader = await make({ auditEvery: 20 })
  await rm(confDir(), { recursive: true })
  const outcome = await reloader.reload(frrConf(1), signal)
  expect(outcome).toMatchObject({
    ...accepted,
    warnings: [expect.stringContaining(`${confFile()} could not be written: ENOENT`)],
  })
  expect(await reloader.reload(frrConf(1), signal)).toMatchObject({ changed: false, warnings: [expect.any(String)] })

  const told = firstNotice(reloader, stop.signal)
  await mkdir(confDir())
  expect(await told).toEqual({ kind: 'again', words: `${confFile()} can be written again` })
  expect(await reloader.reload(frrConf(1), signal)).toEqual({ ...accepted, changed: false })
  expect(await readFile(confFile(), 'utf8')).toBe(frrConf(1))
})

test('a frr.conf that somebody else has written gives way, and that is said', async ({ onTestFinished }) => {
  const stop = new AbortController()
  onTestFinished(() => stop.abort())
  const reloader = await make({ auditEvery: 20 })
  await reloader.reload(frrConf(1), signal)
  await writeFile(confFile(), 'router bgp 7\n')
  const words = `${confFile()} was changed by somebody else`
  expect(await firstNotice(reloader, stop.signal)).toEqual({ kind: 'again', words })
  const mended = { ...accepted, changed: false, mended: words }
  expect(await reloader.reload(frrConf(1), signal)).toEqual(mended)
  expect(await readFile(confFile(), 'utf8')).toBe(frrConf(1))
  expect(await reloader.reload(frrConf(1), signal)).toEqual({ ...accepted, changed: false })
})

test('no FRR at all is unreachable', async () => {
  await Promise.all(daemons().map((fake) => fake.stop()))
  await rm(vtyDir(), { recursive: true })
  await mkdir(vtyDir())
  expect(await (await make()).reload(frrConf(1), signal)).toEqual({
    status: 'unreachable',
    words: `there is no daemon of FRR here: no sockets in ${vtyDir()}`,
    by: 'reloader-vty',
  })
})

async function firstNotice(reloader: Reloader, until: AbortSignal): Promise<Notice> {
  const { promise, resolve } = Promise.withResolvers<Notice>()
  void reloader.watch?.(resolve, until).catch(() => {})
  return promise
}
