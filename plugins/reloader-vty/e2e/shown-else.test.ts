import { readFile } from 'node:fs/promises'
import type { Reloader } from '@frrkit/plugin'
import { fakeReloader } from '@frrkit/testing'
import { expect, test } from 'vitest'
import { accepted, fakeFrr, frrConf, rejected } from './fake-frr.ts'

const { bgpd, confFile, make } = fakeFrr()
const signal = new AbortController().signal

const lists =
  'frr version 10.3\nip prefix-list out seq 1 permit 10.0.0.0/24\nip prefix-list out seq 2 permit 10.0.1.0/24\n'
const described = frrConf(1).replace('exit\n', ' neighbor 192.0.2.1 description x\nexit\n')
const withNeighbor = `${lists}router bgp 65001\n neighbor 192.0.2.1 remote-as 65002\n`

/** A fallback after whose work bgpd shows this. */
const fallbackTo = (text: string): Reloader => ({
  ...fakeReloader('reloader-other'),
  async reload() {
    bgpd().answer('show running-config', text)
    return { status: 'accepted', changed: false, words: '' }
  },
})
const notThere = '+ router bgp 65001\n+ router bgp 65001 / neighbor 192.0.2.1 remote-as 65002'
const why = 'it says nothing against it, and does not show it afterwards'
const lines = [
  { at: 3, line: 'router bgp 65001', why },
  { at: 4, line: 'router bgp 65001 / neighbor 192.0.2.1 remote-as 65002', why },
]
const shownElse = (left: string) => `FRR took every line and shows something else:\n${left}`

test('a line that FRR takes and does not show is handed to the fallback', async () => {
  bgpd().answer('show running-config', lists)
  const reloader = await make({ fallback: fallbackTo(withNeighbor) })
  const because = shownElse(notThere)
  expect(await reloader.reload(frrConf(1), signal)).toEqual({ ...accepted, by: 'reloader-other', because })
})

test('what the fallback does not bring about either is said, and refused where nobody may do without', async () => {
  bgpd().answer('show running-config', lists)
  const vain = await make({ fallback: fallbackTo(lists) })
  expect(await vain.reload(frrConf(1), signal)).toEqual({ ...rejected, words: shownElse(notThere), lines })

  const filtered = frrConf(1).replace(
    'exit\n',
    ' address-family ipv4 unicast\n  neighbor 192.0.2.1 prefix-list out out\n exit-address-family\nexit\n',
  )
  const open = await make({ fallback: fallbackTo(withNeighbor) })
  const left = '+ router bgp 65001 / address-family ipv4 unicast / neighbor 192.0.2.1 prefix-list out out'
  expect(await open.reload(filtered, signal)).toMatchObject({
    words: expect.stringContaining(left),
    status: 'rejected',
  })

  const plain = await make({ fallback: fallbackTo(withNeighbor) })
  expect(await plain.reload(described, signal)).toMatchObject({
    ...accepted,
    by: 'reloader-other',
    warnings: ['FRR took these lines and does not show them:\n+ router bgp 65001 / neighbor 192.0.2.1 description x'],
  })
})

test.each([
  { case: 'nothing of is said', shown: withNeighbor, said: true },
  { case: 'it may be in other words is not', shown: `${withNeighbor}exit\nkey chain b\n key 1\nexit\n`, said: false },
])('what the fallback has FRR take, and FRR shows $case', async ({ shown, said }) => {
  const reloader = await make({ fallback: fallbackTo(shown) })
  const outcome = await reloader.reload(`${frrConf(1)}key chain a\n key 1\n  key-string s3cret\n`, signal)
  expect(outcome).toMatchObject({ status: 'accepted', by: 'reloader-other' })
  const warning =
    'FRR took these lines and does not show them:\n+ key chain a / key 1\n+ key chain a / key 1 / key-string (hidden)'
  expect('warnings' in outcome ? outcome.warnings : []).toEqual(said ? [warning] : [])
})

test('without a fallback, a line that FRR takes and does not show is refused or said', async () => {
  bgpd().answer('show running-config', lists)
  const alone = await make()
  expect(await alone.reload(frrConf(1), signal)).toEqual({
    ...rejected,
    words: shownElse(notThere),
    lines,
  })
  bgpd().answer('show running-config', withNeighbor)
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
    ...rejected,
    words: 'FRR took every line and shows something else:\n- router bgp 65001 / neighbor 192.0.2.2 remote-as 65002',
  })
  expect(await readFile(confFile(), 'utf8')).toBe(frrConf(1, 2))
})
