import { frrVersions, requireLab } from '@frrkit/frr-lab'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import {
  configure,
  type DaemonName,
  daemonsWithSocket,
  frrVersion,
  maxCommandBytes,
  runningConfig,
  show,
  showJson,
  VtyConnection,
  type VtyOptions,
} from '../src/index.ts'
import { type Daemons, fakeTarget, realTarget } from './target.ts'

// Every behaviour that the fake claims is asserted of real FRRs by the same lines.
const installs = (await requireLab()) ? await frrVersions() : []
const targets = [fakeTarget, ...installs.map(realTarget)]
const unknown = (text: string) => ({ ok: true, value: { status: 2, text: `% [BGP] Unknown command: ${text}\n` } })

describe.each(targets)('$name', { timeout: 60_000 }, (target) => {
  let daemons: Daemons
  let bgpd: VtyConnection
  const connections: VtyConnection[] = []
  const connect = (daemon: DaemonName = 'bgpd', options: Partial<VtyOptions> = {}): VtyConnection => {
    const connection = new VtyConnection({ daemon, ...daemons.places, ...options })
    connections.push(connection)
    return connection
  }
  const running = async (): Promise<string> => {
    const shown = await runningConfig(connect())
    return shown.ok ? shown.value : ''
  }

  beforeAll(async () => {
    daemons = await target.start()
  })
  afterAll(() => daemons?.stop())
  beforeAll(() => {
    bgpd = connect()
  })
  afterEach(async () => {
    await configure(connect(), ['no router bgp 65001', ...'abc'.split('').map((list) => `no ip prefix-list ${list}`)])
    for (const connection of connections.splice(0)) if (connection !== bgpd) connection.close()
  })

  describe('a command', () => {
    test('is answered by every daemon there is', async () => {
      expect(await daemonsWithSocket(daemons.places)).toEqual(target.daemons)
      for (const daemon of target.daemons) {
        expect(await frrVersion(connect(daemon))).toEqual({ ok: true, value: daemons.version })
      }
    })

    test.each([
      { command: 'foo', status: 2, text: '% [BGP] Unknown command: foo\n' },
      { command: 'neighbor 192.0.2.2 remote-as 1', status: 2 },
      { command: 'show running-config', status: 2, text: '% [BGP] Unknown command: show running-config\n' },
      { command: '', status: 0, text: '' },
      { command: '! a comment', status: 0, text: '' },
    ])('of a user who is not enabled: "$command" has status $status', async ({ command, status, text }) => {
      const asked = await connect().ask(command)
      const answer = { status, text: text ?? `% [BGP] Unknown command: ${command}\n` }
      expect(asked).toEqual({ ok: true, value: answer })
    })

    test('of an enabled user may be more, and two users are not one', async () => {
      const [one, other] = [connect(), connect()]
      expect(await one.ask('enable')).toEqual({ ok: true, value: { status: 0, text: '' } })
      expect(await one.ask('show running-config')).toMatchObject({ value: { status: 0 } })
      expect(await other.ask('show running-config')).toMatchObject({ value: { status: 2 } })
    })

    test('that is refused has FRR’s words, without the secret that it echoes', async () => {
      expect(await show(bgpd, 'show password s3cret')).toEqual({
        ok: false,
        error: {
          daemon: 'bgpd',
          reason: 'refused',
          line: 'show password (hidden)',
          status: 2,
          words: '% [BGP] Unknown command: show password (hidden)',
        },
      })
    })

    test('that is not answered by JSON is unreadable', async () => {
      expect(await showJson(bgpd, 'show version')).toMatchObject({
        error: { reason: 'unreadable', line: 'show version', words: expect.stringMatching(/^not JSON: FRRouting /) },
      })
    })

    test('of thousands is answered in its place', async () => {
      const commands = Array.from({ length: 5000 }, (_, i) => `x${i}`)
      const { answers, error } = await bgpd.askAll(commands)
      expect(error).toBeUndefined()
      expect(answers.map(({ text }) => text)).toEqual(commands.map((x) => `% [BGP] Unknown command: ${x}\n`))
    })

    test('waits for its turn', async () => {
      const lines = Array.from({ length: 20 }, (_, i) => `ip prefix-list a seq ${i + 1} permit 10.${i}.0.0/16`)
      const asked = await Promise.all([
        bgpd.ask('x1'),
        configure(bgpd, lines),
        bgpd.ask('ip prefix-list b seq 5 permit 10.0.0.0/8'),
        bgpd.ask('x2'),
      ])
      expect(asked).toEqual([
        unknown('x1'),
        { answered: 20, refusals: [], remarks: [] },
        unknown('ip prefix-list b seq 5 permit 10.0.0.0/8'),
        unknown('x2'),
      ])
    })
  })

  describe('the length of a command', () => {
    test('is limited; one that is longer is not sent', async () => {
      const most = maxCommandBytes(daemons.version)
      const exact = connect('bgpd', { maxBytes: most })
      const longest = `x${'é'.repeat(100)}`.padEnd(most - 100, 'y')
      expect(Buffer.byteLength(longest)).toBe(most)
      expect(await exact.ask(longest)).toMatchObject({ ok: true, value: { status: 2 } })

      const { answers, error } = await exact.askAll(['x1', `${longest}z`])
      expect(answers).toEqual([])
      expect(error).toEqual({
        daemon: 'bgpd',
        reason: 'too-long',
        line: `${longest.slice(0, 60)}…`,
        words: `${most + 1} bytes; FRR takes ${most} in a command`,
      })
      expect(await exact.ask('x2')).toMatchObject({ value: { text: '% [BGP] Unknown command: x2\n' } })
    })

    test('is limited for a reason: FRR says nothing, and then too much', async () => {
      const most = maxCommandBytes(daemons.version)
      const daring = connect('bgpd', { maxBytes: 100_000, within: 300 })
      expect(await daring.ask('x'.repeat(most + 1))).toMatchObject({ error: { reason: 'late' } })
      expect(await daring.ask(`${'x'.repeat(most + 2)}foo`)).toEqual({
        ok: true,
        value: { status: 2, text: '% Command is too long.\n% [BGP] Unknown command: foo\n' },
      })
    })
  })

  describe('lines of configuration', () => {
    const bgp = ['router bgp 65001', 'neighbor 192.0.2.2 remote-as 65002']

    test('are carried out in order, with a word about each that is not', async () => {
      const lines = [
        ...bgp,
        ' neighbor 192.0.2.2 description grüßt, ñandú',
        ' foo s3cret',
        ' neighbor 192.0.2.3 password s3cret',
        '!',
        ' neighbor 192.0.2.2 route-map nope in',
        'exit',
        'ip prefix-list a seq 5 permit 10.0.0.0/8 ge 4',
        'ip prefix-list a seq 6 permit 10.0.0.0/8',
      ]
      expect(await configure(bgpd, lines)).toEqual({
        answered: lines.length,
        refusals: [
          { daemon: 'bgpd', index: 3, line: ' foo s3cret', status: 2, words: '% [BGP] Unknown command:  foo s3cret' },
          {
            daemon: 'bgpd',
            index: 4,
            line: ' neighbor 192.0.2.3 password (hidden)',
            status: 13,
            words: '% Specify remote-as or peer-group commands first',
          },
          {
            daemon: 'bgpd',
            index: 8,
            line: 'ip prefix-list a seq 5 permit 10.0.0.0/8 ge 4',
            status: 13,
            words:
              '% Configuration failed.\n\nError type: validation\nError description: Invalid prefix range for 10.0.0.0/8: ' +
              'Make sure that mask length <= ge <= le',
          },
        ],
        remarks: [
          {
            daemon: 'bgpd',
            index: 6,
            line: ' neighbor 192.0.2.2 route-map nope in',
            status: 0,
            words: "The route-map 'nope' does not exist.",
          },
        ],
      })
      const now = await running()
      expect(now).toContain('neighbor 192.0.2.2 description grüßt, ñandú\n')
      expect(now).toContain('ip prefix-list a seq 6 permit 10.0.0.0/8\n')
      expect(now).not.toContain('seq 5')
    })

    test('leave the connection outside of the configuration', async () => {
      await configure(bgpd, bgp)
      expect(await bgpd.ask('ip prefix-list a seq 5 permit 10.0.0.0/8')).toMatchObject({ value: { status: 2 } })
      expect(await configure(bgpd, ['ip prefix-list a seq 5 permit 10.0.0.0/8'])).toMatchObject({ refusals: [] })
    })

    test('end at the first that is refused, if so wished', async () => {
      const lines = ['ip prefix-list a seq 5 permit 10.0.0.0/8', 'foo', 'ip prefix-list b seq 5 permit 10.0.0.0/8']
      expect(await configure(bgpd, lines, { stopAtRefusal: true })).toMatchObject({
        answered: 2,
        refusals: [{ index: 1 }],
      })
      expect(await running()).toContain('ip prefix-list a seq 5')
      expect(await running()).not.toContain('ip prefix-list b seq 5')
      expect(await configure(bgpd, lines.slice(2), { stopAtRefusal: true })).toEqual({
        answered: 1,
        refusals: [],
        remarks: [],
      })
    })

    test('are none of them sent if one is too long', async () => {
      const tooLong = `ip prefix-list ${'b'.repeat(8200)} seq 5 permit 10.0.0.0/8`
      const configured = await configure(bgpd, ['ip prefix-list a seq 5 permit 10.0.0.0/8', tooLong])
      expect(configured).toMatchObject({ answered: 0, refusals: [], error: { reason: 'too-long' } })
      expect(await running()).not.toContain('ip prefix-list')
      expect(await configure(bgpd, [])).toEqual({ answered: 0, refusals: [], remarks: [] })
    })

    test('may be a batch', async () => {
      const lines = [
        'ip prefix-list a seq 5 permit 10.0.0.0/8',
        'route-map a permit 1',
        'match ip address prefix-list a',
        'exit',
        ...bgp,
      ]
      expect(await configure(bgpd, lines, { batch: true })).toEqual({
        answered: lines.length,
        refusals: [],
        remarks: [],
      })
      const now = await running()
      for (const line of lines) if (line !== 'exit') expect(now).toContain(line)
      await configure(bgpd, ['no route-map a permit 1'])
    })

    test('in a batch fail together, and a later line bears the words', async () => {
      const lines = [
        'ip prefix-list a seq 5 permit 10.0.0.0/8',
        'ip prefix-list a seq 6 permit 10.0.0.0/8 ge 4',
        'ip prefix-list b seq 5 permit 10.0.0.0/8',
        ...bgp,
      ]
      const complaint = [
        '% Configuration failed.\n\nError type: validation\nError description: Invalid prefix range for 10.0.0.0/8: Make ' +
          'sure that mask length <= ge <= le\nThe following commands were dynamically grouped into the same transaction ' +
          `and rejected:\n${lines
            .slice(0, 3)
            .map((line) => `- ${line}`)
            .join('')}`,
      ].join('')
      expect(await configure(bgpd, lines, { batch: true })).toEqual({
        answered: 5,
        refusals: [{ daemon: 'bgpd', index: 3, line: 'router bgp 65001', status: 0, words: complaint }],
        remarks: [],
      })
      expect(await running()).not.toContain('ip prefix-list')
      expect(await running()).toContain('neighbor 192.0.2.2 remote-as 65002')

      // Without another line after them, the end of the batch bears the words.
      expect(await configure(bgpd, lines.slice(0, 3), { batch: true })).toEqual({
        answered: 3,
        refusals: [{ daemon: 'bgpd', index: 3, line: 'XFRR_end_configuration', status: 0, words: complaint }],
        remarks: [],
      })
    })

    test('may be thousands, and so may be the answer to one question', async () => {
      const networks = Array.from({ length: 20_000 }, (_, i) => `  network 10.${i >> 8}.${i & 255}.0/24`)
      const lines = ['router bgp 65001', ' no bgp network import-check', ' address-family ipv4 unicast', ...networks]
      expect(await configure(bgpd, lines)).toEqual({ answered: lines.length, refusals: [], remarks: [] })
      const now = await running()
      expect(now.length).toBeGreaterThan(400_000)
      expect(now.match(/^ *network /gm)).toHaveLength(20_000)
    })
  })
})
