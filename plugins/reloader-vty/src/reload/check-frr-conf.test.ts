import { expect, test } from 'vitest'
import { checkFrrConf } from './check-frr-conf.ts'

const text = `router bgp 64512
 neighbor 192.0.2.1 remote-as 64513
 neighbor 192.0.2.1 timers 5 700000
 neighbor 192.0.2.1 nonsense 7
exit
route-map m permit 7
 match metric 0
exit
ip prefix-list p seq 5 permit 10.0.0.0/8 ge 24
`

test('what FRR would say to a whole frr.conf, by line', () => {
  const timers = {
    at: 3,
    line: 'router bgp 64512 / neighbor 192.0.2.1 timers 5 700000',
    why: '700000 is not between 0 and 65535',
  }
  const metric = { at: 7, line: 'route-map m permit 7 / match metric 0', why: '0 is not between 1 and 4294967295' }
  const unknown = [
    {
      at: 4,
      line: 'router bgp 64512 / neighbor 192.0.2.1 nonsense 7',
      why: 'no command that is known here',
    },
  ]
  expect(checkFrrConf(text, ['10.3', '10.7.1'])).toEqual([
    { version: '10.3', wrong: [timers, metric], unknown },
    { version: '10.7.1', wrong: [timers], unknown },
  ])
})

test('nothing is said of what is right, and all of what is wrong', () => {
  expect(checkFrrConf('router bgp 64512\nexit\n', ['8.4.4'])).toEqual([{ version: '8.4.4', wrong: [], unknown: [] }])
  const many = Array.from({ length: 30 }, (_, i) => `ip prefix-list p seq ${i + 1} permit 10.0.0.0/8 ge 7\n`).join('')
  expect(checkFrrConf(many, ['8.4.4'])[0]?.wrong).toHaveLength(30)
})
