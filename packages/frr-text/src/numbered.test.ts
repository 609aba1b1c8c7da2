import { expect, test } from 'vitest'
import { parseFrrText } from './parse.ts'

test('filter lists: by number, a number once, without one at the end, spelled by what they match', () => {
  const text = `
ip prefix-list x seq 10 permit 10.1.2.3/8
ip prefix-list x permit 11.0.0.0/8 le 24 ge 9
ip prefix-list x seq 5 deny any
ip prefix-list x seq 10 permit 12.0.0.0/8
ip prefix-list y seq 1 permit 13.0.0.0/8
no ip prefix-list y
ipv6 prefix-list x seq 1 permit 2001:DB8::/32
bgp community-list standard c seq 5 permit no-export 65001:7
no ip prefix-list x seq 5
`
  expect(parseFrrText(text).filterLists).toEqual([
    {
      kind: 'ip prefix-list',
      name: 'x',
      entries: [
        { seq: 10, action: 'permit', match: '12.0.0.0/8' },
        { seq: 15, action: 'permit', match: '11.0.0.0/8 ge 9 le 24', written: '11.0.0.0/8 le 24 ge 9' },
      ],
      replaced: [{ seq: 10, action: 'permit', match: '10.0.0.0/8', written: '10.1.2.3/8' }],
    },
    {
      kind: 'ipv6 prefix-list',
      name: 'x',
      entries: [{ seq: 1, action: 'permit', match: '2001:db8::/32', written: '2001:DB8::/32' }],
    },
    {
      kind: 'bgp community-list standard',
      name: 'c',
      entries: [{ seq: 5, action: 'permit', match: '65001:7 65535:65281', written: 'no-export 65001:7' }],
    },
  ])
})

test('route-maps: by number, of a setting the last one', () => {
  const text = `
route-map x permit 20
 set metric 1
 set metric 2
 set community no-export additive
route-map x deny 10
 match ip address prefix-list a
 match ip address prefix-list b
 match ip address c
 continue 20
`
  expect(parseFrrText(text).routeMaps).toEqual([
    {
      name: 'x',
      entries: [
        {
          seq: 10,
          action: 'deny',
          lines: ['match ip address prefix-list b', 'match ip address c', 'on-match goto 20'],
        },
        { seq: 20, action: 'permit', lines: ['set metric 2', 'set community 65535:65281 additive'] },
      ],
    },
  ])
})

test('what a number stood for before the text gave it to something else', () => {
  const lines = ['permit 10.0.0.0/8', 'deny 10.0.0.0/8', 'deny 10.1.2.3/8'].map(
    (rest) => `ip prefix-list x seq 5 ${rest}`,
  )
  expect(parseFrrText(lines.join('\n')).filterLists).toEqual([
    {
      kind: 'ip prefix-list',
      name: 'x',
      entries: [{ seq: 5, action: 'deny', match: '10.0.0.0/8', written: '10.1.2.3/8' }],
      replaced: [{ seq: 5, action: 'permit', match: '10.0.0.0/8' }],
    },
  ])
})
