import { beforeEach, describe, expect, test } from 'vitest'
import {
  configure,
  daemonsWithSocket,
  frrVersion,
  maxCommandBytes,
  show,
  showJson,
  type VtyConnection,
} from '../src/index.ts'
import { targets, unknown, useDaemons } from './suite.ts'

describe.each(targets)('commands: $name', { timeout: 60_000 }, (target) => {
  const suite = useDaemons(target)
  let bgpd: VtyConnection
  beforeEach(() => {
    bgpd = suite.connect()
  })

  describe('a command', () => {
    test('is answered by every daemon there is', async () => {
      expect(await daemonsWithSocket(suite.daemons.places)).toEqual(target.daemons)
      for (const daemon of target.daemons) {
        expect(await frrVersion(suite.connect({ daemon }))).toEqual({ ok: true, value: suite.daemons.version })
      }
    })

    test.each([
      { command: 'foo', status: 2, text: '% [BGP] Unknown command: foo\n' },
      { command: 'neighbor 192.0.2.2 remote-as 1', status: 2 },
      { command: 'show running-config', status: 2, text: '% [BGP] Unknown command: show running-config\n' },
      { command: '', status: 0, text: '' },
      { command: '! a comment', status: 0, text: '' },
    ])('of a user who is not enabled: "$command" has status $status', async ({ command, status, text }) => {
      await bgpd.ask('disable')
      const asked = await bgpd.ask(command)
      const answer = { status, text: text ?? `% [BGP] Unknown command: ${command}\n` }
      expect(asked).toEqual({ ok: true, value: answer })
    })

    test('of an enabled user may be more, and two users are not one', async () => {
      const [one, other] = [suite.connect(), suite.connect()]
      expect(await other.ask('disable')).toEqual({ ok: true, value: { status: 0, text: '' } })
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
      const most = maxCommandBytes(suite.daemons.version)
      const exact = suite.connect({ maxBytes: most })
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
      const most = maxCommandBytes(suite.daemons.version)
      const daring = suite.connect({ maxBytes: 100_000, within: 300 })
      expect(await daring.ask('x'.repeat(most + 1))).toMatchObject({ error: { reason: 'late' } })
      expect(await daring.ask(`${'x'.repeat(most + 2)}foo`)).toEqual({
        ok: true,
        value: { status: 2, text: '% Command is too long.\n% [BGP] Unknown command: foo\n' },
      })
    })
  })
})
