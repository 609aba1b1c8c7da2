import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { configure, runningConfig, type VtyConnection } from '../src/index.ts'
import { targets, useDaemons } from './suite.ts'

describe.each(targets)('lines of configuration: $name', { timeout: 60_000 }, (target) => {
  const suite = useDaemons(target)
  let bgpd: VtyConnection
  beforeEach(() => {
    bgpd = suite.connect()
  })
  afterEach(async () => {
    await configure(suite.connect(), ['no router bgp 65001', 'no ip prefix-list a', 'no ip prefix-list b'])
  })
  const running = async (): Promise<string> => {
    const shown = await runningConfig(suite.connect())
    return shown.ok ? shown.value : ''
  }

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

  test('are sent at once with the way in and what is to be asked then', async () => {
    const lines = [...bgp, ' foo', 'exit', 'ip prefix-list a seq 5 permit 10.0.0.0/8']
    for (const batch of [false, true]) {
      const told = await configure(bgpd, lines, { batch, atOnce: true, thenAsk: ['show running-config', 'nonsense'] })
      expect(told).toMatchObject({ answered: 5, refusals: [{ index: 2, line: ' foo' }], remarks: [] })
      const [shown, nonsense] = told.asked ?? []
      expect(shown?.text).toContain('neighbor 192.0.2.2 remote-as 65002')
      expect(shown?.text).toContain('ip prefix-list a seq 5 permit 10.0.0.0/8')
      expect(nonsense?.status).toBe(2)
    }
    const oneByOne = await configure(bgpd, lines, { thenAsk: ['nonsense'] })
    expect(oneByOne.asked?.map(({ status }) => status)).toEqual([2])
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
