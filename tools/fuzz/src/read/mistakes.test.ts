import { expect, test } from 'vitest'
import { mistakesIn } from './mistakes.ts'
import { readFrrConf } from './read-frr-conf.ts'

const list = 'ip prefix-list a seq 1 permit 10.0.0.0/8\n'
const map = `${list}route-map a permit 1\n  match ip address prefix-list a\n`
const bgp = (...lines: readonly string[]) => ['router bgp 1', ...lines.map((line) => `  ${line}`), ''].join('\n')
const neighbor = 'neighbor eth0 interface remote-as 2'

test.each([
  { case: 'a neighbor', text: `${map}${bgp(neighbor, 'address-family ipv4 unicast', 'neighbor eth0 route-map a in')}` },
  { case: 'an interface with a name that is a word', text: bgp('neighbor remote-as interface remote-as 2') },
  { case: 'two VRFs', text: `${bgp(neighbor)}router bgp 2 vrf red\n  ${neighbor}\n` },
  {
    case: 'an instance that is opened before',
    text: `router bgp 2 vrf red\n${bgp()}router bgp 2 vrf red\n  ${neighbor}\n`,
  },
  { case: 'one number in the lists of two families', text: `${list}ipv6 prefix-list a seq 1 permit ::/0\n` },
  { case: 'lengths that fit', text: 'ip prefix-list a seq 1 permit 10.0.0.0/8 le 32 ge 8\n' },
])('$case is fine', ({ text }) => {
  expect(mistakesIn(readFrrConf(text))).toEqual([])
})

test.each([
  {
    case: 'a route-map that is nowhere',
    text: bgp(neighbor, 'address-family ipv4 unicast', 'neighbor eth0 route-map a in'),
    mistakes: ['line 4: there is no route-map a'],
  },
  {
    case: 'a prefix-list that is nowhere',
    text: 'route-map a permit 1\n  match ipv6 address prefix-list b\n',
    mistakes: ['line 2: there is no prefix-list b'],
  },
  {
    case: 'a BFD profile that is nowhere',
    text: bgp(neighbor, 'neighbor eth0 bfd', 'neighbor eth0 bfd profile a'),
    mistakes: ['line 4: there is no profile a'],
  },
  { case: 'no AS', text: bgp('neighbor eth0 port 1'), mistakes: ['line 2: neighbor eth0 has no remote-as yet'] },
  {
    case: 'an AS in another VRF only',
    text: `${bgp(neighbor)}router bgp 1 vrf red\n  neighbor eth0 port 1\n`,
    mistakes: ['line 4: neighbor eth0 has no remote-as yet'],
  },
  {
    case: 'two AS numbers',
    text: bgp(neighbor, neighbor),
    mistakes: ['line 3: a second remote-as of eth0'],
  },
  {
    case: 'a second instance',
    text: `${bgp(neighbor)}${bgp('neighbor eth1 interface remote-as 2')}`,
    mistakes: ['there are several instances of VRF default'],
  },
  {
    case: 'a second AS of one instance',
    text: 'router bgp 1 vrf red\nrouter bgp 2 vrf red\n',
    mistakes: ['there are several instances of VRF red'],
  },
  {
    case: 'ge below the length of the prefix',
    text: 'ip prefix-list a seq 1 permit 10.0.0.0/8 ge 7\n',
    mistakes: ['line 1: permit 10.0.0.0/8 ge 7 is no range of prefixes'],
  },
  {
    case: 'le of the other family',
    text: 'ip prefix-list a seq 1 permit 10.0.0.0/8 le 33\n',
    mistakes: ['line 1: permit 10.0.0.0/8 le 33 is no range of prefixes'],
  },
  {
    case: 'host bits',
    text: 'ip prefix-list a seq 1 permit 10.0.0.1/8\n',
    mistakes: ['line 1: permit 10.0.0.1/8 is no range of prefixes'],
  },
  {
    case: 'a number twice',
    text: `${list}ip prefix-list a seq 1 permit 10.0.0.0/9\n`,
    mistakes: ['ip prefix-list a has seq 1 twice'],
  },
  {
    case: 'a rule twice',
    text: `${list}ip prefix-list a seq 2 permit 10.0.0.0/8\n`,
    mistakes: ['ip prefix-list a has permit 10.0.0.0/8 twice'],
  },
  {
    case: 'an entry of a route-map twice',
    text: 'route-map a permit 1\nroute-map a deny 1\n',
    mistakes: ['route-map a has entry 1 twice'],
  },
])('$case is a mistake', ({ text, mistakes }) => {
  expect(mistakesIn(readFrrConf(text))).toEqual(mistakes)
})
