import { expect, test } from 'vitest'
import { readBgpCounters } from './show-bgp-counters.ts'

const none = {
  opensSent: 0,
  opensRecv: 0,
  notificationsSent: 0,
  notificationsRecv: 0,
  updatesSent: 0,
  updatesRecv: 0,
  keepalivesSent: 0,
  keepalivesRecv: 0,
  routeRefreshSent: 0,
  routeRefreshRecv: 0,
  totalSent: 0,
  totalRecv: 0,
}

test.each([
  { case: 'no router bgp', json: {}, counters: [] },
  {
    case: 'a neighbor that never answered, beside what FRR says of the VRF itself',
    json: { default: { vrfId: 0, vrfName: 'default', '192.0.2.1': { bgpState: 'Active' } } },
    counters: [{ vrf: 'default', neighbor: '192.0.2.1', established: false, accepted: 0, sent: 0, messages: none }],
  },
  {
    case: 'a session of two families in a VRF',
    json: {
      red: {
        eth0: {
          bgpState: 'Established',
          messageStats: { depthInq: 0, opensSent: 4, totalSent: 9, totalRecv: 6 },
          addressFamilyInfo: {
            ipv4Unicast: { acceptedPrefixCounter: 3, sentPrefixCounter: 2 },
            ipv6Unicast: { acceptedPrefixCounter: 1 },
          },
        },
      },
    },
    counters: [
      {
        vrf: 'red',
        neighbor: 'eth0',
        established: true,
        accepted: 4,
        sent: 2,
        messages: { ...none, opensSent: 4, totalSent: 9, totalRecv: 6 },
      },
    ],
  },
])('$case', ({ json, counters }) => {
  expect(readBgpCounters(json)).toEqual(counters)
})
