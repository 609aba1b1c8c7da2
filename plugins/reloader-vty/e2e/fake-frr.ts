import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type FakeAnswer, type FakeDaemon, startFakeDaemon } from '@frrkit/vty/fake'
import { afterEach, beforeEach } from 'vitest'
import { type ReloaderVtyOptions, reloaderVty } from '../src/index.ts'

/** zebra, bgpd and bfdd on real sockets, which take every line; new ones for each test of the file. */
export function fakeFrr() {
  let vtyDir = ''
  let fakes: readonly FakeDaemon[] = []
  let refused: (line: string) => FakeAnswer | undefined

  beforeEach(async () => {
    vtyDir = await mkdtemp(join(tmpdir(), 'reloader-vty-'))
    refused = () => undefined
    const names = ['zebra', 'bgpd', 'bfdd'] as const
    const line = (text: string) => refused(text) ?? ''
    fakes = await Promise.all(names.map((daemon) => startFakeDaemon({ daemon, vtyDir, version: '10.3', line })))
  })
  afterEach(async () => {
    await Promise.all(fakes.map((fake) => fake.stop()))
    await rm(vtyDir, { recursive: true })
  })
  const confDir = () => join(vtyDir, 'etc')
  const confFile = () => join(confDir(), 'frr.conf')
  return {
    vtyDir: () => vtyDir,
    daemons: () => fakes,
    bgpd: (): FakeDaemon => {
      const [, fake] = fakes
      if (fake === undefined) throw new Error('BUG: bgpd is there within tests only')
      return fake
    },
    confDir,
    confFile,
    make: async (options: ReloaderVtyOptions = {}) => {
      await mkdir(confDir(), { recursive: true })
      return reloaderVty({ vtyDir, confFile: confFile(), auditEvery: 0, ...options })
    },
    refuse: (refuse: typeof refused) => {
      refused = refuse
    },
  }
}

export const frrConf = (...neighbors: readonly number[]): string => `\
ip prefix-list out seq 1 permit 10.0.0.0/24
ip prefix-list out seq 2 permit 10.0.1.0/24
router bgp 65001
${neighbors.map((n) => ` neighbor 192.0.2.${n} remote-as 65002\n`).join('')}exit
`
export const accepted = { status: 'accepted', changed: true, by: 'reloader-vty', words: '' } as const
export const rejected = { status: 'rejected', running: 'unchanged', by: 'reloader-vty' } as const
