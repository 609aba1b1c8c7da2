import { expect, test } from 'vitest'
import { unexplained } from './explain.ts'
import { readFrrConf } from './read-frr-conf.ts'

const map = (...entries: readonly string[]) =>
  entries.map((entry, i) => `route-map a-out permit ${i + 1}\n${entry}`).join('')
const matches = (list: string, ...sets: readonly string[]) =>
  [`match ip address prefix-list ${list}`, ...sets].map((line) => `  ${line}\n`).join('')

test.each([
  { case: 'the same', some: 'hostname a\n', all: 'hostname a\n', left: [] },
  { case: 'a line less', some: 'bfd\n  profile a\n', all: 'bfd\n', left: ['bfd > profile a'] },
  {
    case: 'the line in another block',
    some: 'bfd\n  profile a\n    echo-mode\n',
    all: 'bfd\n  profile a\n  profile b\n    echo-mode\n',
    left: ['bfd > profile a > echo-mode'],
  },
  {
    case: 'another number of the same rule',
    some: 'ip prefix-list a seq 1 permit 10.0.0.0/8\n',
    all: 'ip prefix-list a seq 7 permit 10.0.0.0/8\n',
    left: [],
  },
  {
    case: 'something for nothing',
    some: 'ip prefix-list a seq 1 deny any\n',
    all: 'ip prefix-list a seq 7 permit 10.0.0.0/8\n',
    left: [],
  },
  {
    case: 'nothing for something',
    some: 'ip prefix-list a seq 1 permit 10.0.0.0/8\n',
    all: 'ip prefix-list a seq 1 deny any\n',
    left: ['ip prefix-list a permit 10.0.0.0/8'],
  },
  {
    case: 'everything for something',
    some: 'ip prefix-list a seq 1 permit 10.0.0.0/8 le 9\n',
    all: 'ip prefix-list a seq 1 permit any\n',
    left: [],
  },
  {
    case: 'the rule in the list of another neighbor',
    some: 'ip prefix-list a seq 1 permit 10.0.0.0/8\n',
    all: 'ip prefix-list b seq 1 permit 10.0.0.0/8\n',
    left: ['ip prefix-list a permit 10.0.0.0/8'],
  },
  {
    case: 'an entry more in a route-map, and a next hop in another',
    some: map(matches('a')),
    all: map(matches('b', 'set local-preference 1', 'on-match next'), matches('a', 'set ip next-hop 10.0.0.1')),
    left: [],
  },
  {
    case: 'entries in another order',
    some: map(matches('a'), matches('b')),
    all: map(matches('b'), matches('a')),
    left: ['route-map a-out permit match ip address prefix-list b'],
  },
  {
    case: 'a next hop less',
    some: map(matches('a', 'set ip next-hop 10.0.0.1')),
    all: map(matches('a')),
    left: ['route-map a-out permit match ip address prefix-list a set ip next-hop 10.0.0.1'],
  },
  {
    case: 'another router id',
    some: 'router bgp 1\n  bgp router-id 10.0.0.1\n',
    all: 'router bgp 1\n  bgp router-id 10.0.0.2\n',
    left: ['router bgp 1 > bgp router-id 10.0.0.1'],
  },
])('$case: $left', ({ some, all, left }) => {
  expect(unexplained(readFrrConf(some), readFrrConf(all), { fallbackId: false })).toEqual(left)
})

test('a router id of our own choosing gives way to a given one', () => {
  const [some, all] = ['10.0.0.1', '10.0.0.2'].map((id) => readFrrConf(`router bgp 1\n  bgp router-id ${id}\n`))
  expect(unexplained(some ?? [], all ?? [], { fallbackId: true })).toEqual([])
})
