import { expect, test } from 'vitest'
import { type DaemonName, daemonCommand, startSteps } from './daemons.ts'

test.each<{ case: string; daemons: readonly DaemonName[]; steps: readonly (readonly DaemonName[])[] }>([
  { case: 'FRR 8', daemons: ['zebra', 'bgpd', 'bfdd', 'staticd'], steps: [['zebra'], ['bgpd', 'bfdd', 'staticd']] },
  { case: 'in whatever order they are asked for', daemons: ['bgpd', 'zebra'], steps: [['zebra'], ['bgpd']] },
  { case: 'FRR 10', daemons: ['zebra', 'bgpd', 'mgmtd'], steps: [['mgmtd'], ['zebra'], ['bgpd']] },
  { case: 'bgpd alone', daemons: ['bgpd'], steps: [['bgpd']] },
  { case: 'none', daemons: [], steps: [] },
])('start order: $case', ({ daemons, steps }) => {
  expect(startSteps(daemons)).toEqual(steps)
})

test('a command line ends with the options of the caller, so that they win', () => {
  expect(daemonCommand('/usr/lib/frr/bgpd', 'fk-1-1-1-a', ['-p', '1179']).join(' ')).toBe(
    '/usr/lib/frr/bgpd -N fk-1-1-1-a -A 127.0.0.1 -P 0 --log stdout -p 1179',
  )
})
