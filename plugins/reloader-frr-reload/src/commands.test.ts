import { expect, test } from 'vitest'
import { frrReload, vtysh } from './commands.ts'
import { placesOf } from './places.ts'

test.each([
  { case: 'the default FRR', options: {}, words: '/usr/bin/vtysh -c x' },
  { case: 'a pathspace', options: { pathspace: 'blue' }, words: '/usr/bin/vtysh -N blue -c x' },
  {
    case: 'everything elsewhere',
    options: { binDir: '/opt/bin', vtyDir: '/opt/run', prefix: ['ip', 'netns', 'exec', 'blue'] },
    words: 'ip netns exec blue /opt/bin/vtysh --vty_socket /opt/run -c x',
  },
])('vtysh: $case', ({ options, words }) => {
  expect(vtysh(placesOf(options), '-c', 'x').join(' ')).toBe(words)
})

test.each([
  {
    case: 'the default FRR',
    options: {},
    words:
      '/usr/lib/frr/frr-reload.py --stdout --log-level warning --bindir /usr/bin --confdir /etc/frr/.frrkit --rundir /etc/frr/.frrkit --test x',
  },
  {
    case: 'everything elsewhere',
    options: {
      frrReload: '/opt/reload.py',
      binDir: '/opt/bin',
      vtyDir: '/opt/run',
      pathspace: 'blue',
      prefix: ['sudo'],
    },
    words:
      'sudo /opt/reload.py --stdout --log-level warning --bindir /opt/bin --confdir /etc/frr/blue/.frrkit --rundir /etc/frr/blue/.frrkit --vty_socket /opt/run --pathspace blue --test x',
  },
])('frr-reload.py: $case', ({ options, words }) => {
  expect(frrReload(placesOf(options), '--test', 'x').join(' ')).toBe(words)
})
