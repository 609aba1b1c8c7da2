import { expect, test } from 'vitest'
import { readBfdCounters } from './show-bfd-counters.ts'

test.each([
  { case: 'no peers', json: [], counters: [] },
  { case: 'no list at all', json: {}, counters: [] },
  {
    case: 'a peer of a VRF',
    json: [
      {
        multihop: false,
        peer: '192.0.2.2',
        local: '192.0.2.1',
        vrf: 'red',
        interface: 'eth0',
        'control-packet-input': 5,
        'control-packet-output': 8,
        'echo-packet-input': 1,
        'echo-packet-output': 2,
        'session-up': 3,
        'session-down': 4,
        'zebra-notifications': 6,
      },
    ],
    counters: [
      {
        vrf: 'red',
        peer: '192.0.2.2',
        interface: 'eth0',
        controlIn: 5,
        controlOut: 8,
        echoIn: 1,
        echoOut: 2,
        ups: 3,
        downs: 4,
        zebraNotifications: 6,
      },
    ],
  },
])('$case', ({ json, counters }) => {
  expect(readBfdCounters(json)).toEqual(counters)
})
