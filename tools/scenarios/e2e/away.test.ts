import { setTimeout as sleep } from 'node:timers/promises'
import { requireLab } from '@frrkit/frr-lab'
import { describe, expect, test } from 'vitest'
import { becomes, peered, told } from '../src/look.ts'
import { configuration } from '../src/objects.ts'
import { families, namespace, neighbors } from '../src/places.ts'
import { openWorld } from '../src/world.ts'

/** `npm run e2e:away` takes a minute. */
const seconds = Number(process.env.FRRKIT_AWAY ?? 3)

const edge = (prefixes: readonly string[]) =>
  configuration('edge', {
    prefixes: [...prefixes],
    neighbors: neighbors({ toAdvertise: { allowed: { mode: 'all' } } }, ['ebgp']),
  })

describe.runIf(await requireLab())('the API server is away', { timeout: 180_000 + seconds * 1_000 }, () => {
  test(`for ${seconds} s: routes stay, state comes after, and no object is there twice`, async () => {
    const world = await openWorld({ name: 'away', peers: ['ebgp'] })
    try {
      const [before, meanwhile] = [['192.168.2.0/24'], ['192.168.2.0/24', '192.168.3.0/24']]
      await world.apply(edge(before))
      await peered(world)
      await told(world, { ebgp: before })
      const states = () => ({
        sessions: world.server
          .list('BGPSessionState', { namespace })
          .map(({ metadata }) => metadata.name)
          .toSorted((a = '', b = '') => a.localeCompare(b)),
        nodes: world.server
          .list('FRRNodeState')
          .map(({ metadata }) => metadata.name)
          .toSorted((a = '', b = '') => a.localeCompare(b)),
      })
      const session = 'as many BGPSessionStates as sessions'
      await becomes(session, async () => states().sessions.length, world.nodes.length * families.length)
      const known = states()
      expect(known.nodes).toEqual(['n0', 'n1'])

      await world.server.faults.goAway()
      world.server.put(edge(meanwhile))
      await sleep(seconds * 1_000)
      await told(world, { ebgp: before })
      await world.server.faults.comeBack()

      await told(world, { ebgp: meanwhile })
      await expect
        .poll(
          () =>
            world.server.list('FRRNodeState').map(({ status }) => /192\.168\.3\.0/.test(Object(status).runningConfig)),
          {
            timeout: 40_000,
          },
        )
        .toEqual([true, true])
      expect(states()).toEqual(known)
    } finally {
      await world.stop()
    }
  })
})
