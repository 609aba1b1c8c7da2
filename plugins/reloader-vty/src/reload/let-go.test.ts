import { parseFrrText } from '@frrkit/frr-text'
import { expect, test } from 'vitest'
import type { Frr } from '../frr/frr.ts'
import type { Step } from '../plan/plan.ts'
import { letGoOfRouteMaps } from './let-go.ts'

const named = 'router bgp 65001\n neighbor 192.0.2.1 remote-as 65002\n neighbor 192.0.2.1 route-map out in\nexit\n'
const map = 'route-map out permit 1\nexit\n'

test.each([
  {
    case: 'what is named and comes back is let go of before',
    running: named,
    wanted: `bgp route-map delay-timer 3\n${map}${named}`,
    told: ['bgp route-map delay-timer 0', 'bgp route-map delay-timer 3'],
  },
  { case: 'what is there stays', running: `${map}${named}`, wanted: `${map}${named}`, told: [] },
  { case: 'what nobody names is no danger', running: '', wanted: `${map}${named}`, told: [] },
])('$case', async ({ running, wanted, told }) => {
  const steps: Step[] = []
  const apply: Frr['apply'] = async (more) => {
    steps.push(...more)
    return { status: 'done', proved: false }
  }
  await letGoOfRouteMaps({ apply }, { running: parseFrrText(running), sessions: new Map() }, parseFrrText(wanted))
  expect(steps).toEqual(told.length === 0 ? [] : [{ daemon: 'bgpd', lines: told }])
})
