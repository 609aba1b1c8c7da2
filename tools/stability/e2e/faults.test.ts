import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createLab, type Frr, frrVersions, type Lab, requireLab, startFrr } from '@frrkit/frr-lab'
import { parseFrrText } from '@frrkit/frr-text'
import type { Notice, Reloader } from '@frrkit/plugin'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type FaultySockets, openFaultySockets } from '../src/faulty-sockets.ts'
import { reloaderOf } from '../src/reloader-of.ts'
import { runs } from '../src/runs.ts'
import { textOf } from '../src/spec.ts'

const canRun = await requireLab()
const signal = new AbortController().signal
const run = promisify(execFile)

/** A router that originates many prefixes, and tells its neighbor of some of them. */
function text(prefixes: number, told = 10): string {
  const all = Array.from({ length: prefixes }, (_, i) => `10.${i >> 8}.${i & 255}.0/24`)
  const toAdvertise = { allowed: { mode: 'filtered' as const, prefixes: all.slice(0, told) } }
  const neighbors = [
    { address: '192.0.2.2', asn: 65_002, holdTime: `${90 + told}s`, keepaliveTime: '30s', toAdvertise },
  ]
  const routers = [{ asn: 65_001, id: '10.255.0.1', prefixes: all, neighbors }]
  return textOf({ routers, bfdProfiles: [], raw: '', alwaysBlock: [], logLevel: 'info' })
}
const old = text(20)
const wanted = text(1000, 100)
/** Commands of the way from the one to the other, from its middle. */
const aNetwork = 'network 10.2.0.0/24'
const anEntry = / permit 10\.0\.50\.0\/24$/

describe.runIf(canRun).each(canRun ? await frrVersions() : [])(
  'faults of FRR $version',
  { timeout: 120_000 },
  (install) => {
    let lab: Lab
    let frr: Frr
    let sockets: FaultySockets
    let reloader: Reloader
    beforeAll(async () => {
      lab = await createLab({ name: 'faults' })
      frr = await startFrr(await lab.node('a'), { install })
    }, 60_000)
    afterAll(() => lab?.stop())
    beforeEach(async () => {
      if (!frr.process('bgpd')) await frr.startDaemon('bgpd')
      sockets = await openFaultySockets(frr)
      reloader = reloaderOf(frr, { vtyDir: sockets.vtyDir, answerWithin: 2000, applyWithin: 5000 })
      expect(await reloader.reload(old, signal)).toMatchObject({ status: 'accepted' })
      expect(await runs(frr, old)).toBe(true)
    })
    afterEach(() => sockets.close())

    const apply = () => reloader.reload(wanted, signal)

    test('bgpd killed before: told so, and the new configuration comes with its return', async () => {
      await frr.killDaemon('bgpd')
      expect(await apply()).toMatchObject({ status: 'unreachable', words: expect.stringContaining('bgpd') })
      await frr.startDaemon('bgpd')
      expect(await runs(frr, old)).toBe(true)
      expect(await apply()).toMatchObject({ status: 'accepted', changed: true })
      expect(await runs(frr, wanted)).toBe(true)
    })

    test('bgpd killed during: told so, the old configuration comes with its return, and then the new one', async () => {
      let killed: Promise<void> | undefined
      sockets.set(async (_, command) => {
        if (command.trim() === aNetwork) {
          killed = frr.killDaemon('bgpd')
          await killed
        }
        return command
      })
      expect(await apply()).toMatchObject({ status: 'unreachable', words: expect.stringContaining('bgpd') })
      await killed
      sockets.set()
      await frr.startDaemon('bgpd')
      expect(await runs(frr, old)).toBe(true)
      expect(await apply()).toMatchObject({ status: 'accepted', changed: true })
      expect(await runs(frr, wanted)).toBe(true)
    })

    test('bgpd killed after: what it comes back with is the new configuration, and somebody says so', async () => {
      const stop = new AbortController()
      const notices: Notice[] = []
      const watching = reloader.watch?.((notice) => notices.push(notice), stop.signal)
      expect(await apply()).toMatchObject({ status: 'accepted', changed: true })
      await frr.killDaemon('bgpd')
      await expect.poll(() => notices.map(({ kind }) => kind)).toContain('again')
      await frr.startDaemon('bgpd')
      expect(await runs(frr, wanted)).toBe(true)
      expect(await apply()).toMatchObject({ status: 'accepted' })
      stop.abort()
      await watching?.catch(() => {})
    })

    test('bgpd comes back with nothing: everything is brought to it', async () => {
      expect(await apply()).toMatchObject({ status: 'accepted', changed: true })
      await frr.killDaemon('bgpd')
      const conf = await readFile(frr.configFile)
      await writeFile(frr.configFile, '!\n')
      await frr.startDaemon('bgpd')
      await writeFile(frr.configFile, conf)
      expect(await runs(frr, wanted)).toBe(false)
      expect(await apply()).toMatchObject({ status: 'accepted' })
      expect(await runs(frr, wanted)).toBe(true)
    })

    test('bgpd does not answer any more: told in time, and the new configuration comes when it does', async () => {
      const { pid } = frr.process('bgpd') ?? { pid: 0 }
      process.kill(pid, 'SIGSTOP')
      try {
        expect(await apply()).toMatchObject({ status: 'unreachable', words: expect.stringContaining('bgpd') })
      } finally {
        process.kill(pid, 'SIGCONT')
      }
      expect(await apply()).toMatchObject({ status: 'accepted' })
      expect(await runs(frr, wanted)).toBe(true)
    })

    test('the socket hangs in the middle: told in time, and the new configuration comes when it does not', async () => {
      const impatient = reloaderOf(frr, { vtyDir: sockets.vtyDir, answerWithin: 2000, applyWithin: 3000 })
      expect(await impatient.reload(old, signal)).toMatchObject({ status: 'accepted' })
      sockets.set((_, command) => (command.trim() === aNetwork ? undefined : command))
      expect(await impatient.reload(wanted, signal)).toMatchObject({ status: expect.not.stringMatching('accepted') })
      sockets.set()
      expect(await impatient.reload(wanted, signal)).toMatchObject({ status: 'accepted' })
      expect(await runs(frr, wanted)).toBe(true)
    })

    test.each([
      { case: 'a network', mangle: (command: string) => (command.trim() === aNetwork ? 'nonsense' : command) },
      {
        case: 'an entry of a list, which FRR may take as a batch',
        mangle: (command: string) =>
          anEntry.test(command) ? 'ip prefix-list bad seq 5 permit 10.0.0.0/24 ge 8' : command,
      },
    ])('FRR refuses a line in the middle of a thousand: $case', async ({ mangle }) => {
      sockets.set((_, command) => mangle(command))
      const outcome = await apply()
      expect(outcome).toMatchObject({ status: 'rejected', running: 'unchanged', words: expect.stringMatching(/%|\w/) })
      sockets.set()
      expect(await runs(frr, old)).toBe(true)
      expect(parseFrrText(await readFile(frr.configFile, 'utf8'))).toEqual(parseFrrText(old))
      expect(await apply()).toMatchObject({ status: 'accepted', changed: true })
      expect(await runs(frr, wanted)).toBe(true)
    })

    test('broken off by its owner in the middle: the next one ends in the right state', async () => {
      const stop = new AbortController()
      sockets.set((_, command) => {
        if (command.trim() === aNetwork) stop.abort()
        return command
      })
      await expect(reloader.reload(wanted, stop.signal)).rejects.toThrow()
      sockets.set()
      expect(await apply()).toMatchObject({ status: 'accepted' })
      expect(await runs(frr, wanted)).toBe(true)
    })

    describe('frr.conf cannot be written', () => {
      let dir = ''
      let confFile = ''
      let saver: Reloader
      beforeEach(async () => {
        dir = await mkdtemp(join(tmpdir(), 'frrkit-conf-'))
        confFile = join(dir, 'frr.conf')
        await run('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', dir])
        saver = reloaderOf(frr, { confFile })
        expect(await saver.reload(old, signal)).toMatchObject({ status: 'accepted' })
      })
      afterEach(async () => {
        await run('umount', [dir])
        await rm(dir, { recursive: true })
      })

      test.each([
        {
          case: 'its folder is read-only',
          fail: () => run('mount', ['-o', 'remount,ro', dir]),
          mend: () => run('mount', ['-o', 'remount,rw', dir]),
        },
        {
          case: 'its file system is full',
          fail: () => writeFile(join(dir, 'ballast'), Buffer.alloc(1 << 20)).catch(() => {}),
          mend: () => rm(join(dir, 'ballast')),
        },
      ])('$case: FRR runs the new one, the file has the old one, and both are said', async ({ fail, mend }) => {
        await fail()
        const outcome = await saver.reload(wanted, signal)
        expect(outcome).toMatchObject({ status: 'accepted', warnings: [expect.stringContaining(confFile)] })
        expect(await runs(frr, wanted)).toBe(true)
        expect(await readFile(confFile, 'utf8')).toBe(old)

        await mend()
        expect(await saver.reload(wanted, signal)).toEqual(expect.not.objectContaining({ warnings: expect.anything() }))
        expect(await readFile(confFile, 'utf8')).toBe(wanted)
      })
    })
  },
)
