import { frrVersions, requireLab } from '@frrkit/frr-lab'
import { describe, expect, test } from 'vitest'
import { scenesFor } from '../src/changes/scenes.ts'
import { reloaderOf } from '../src/reloader-of.ts'
import { runChanges } from '../src/run-changes.ts'
import { faults } from '../src/table.ts'
import { openWorld } from '../src/world.ts'

const canRun = await requireLab()

// Several changes before a look, or it would take minutes: `npm run stability` looks after each.
const atOnce = 14

describe.runIf(canRun).each(canRun ? await frrVersions() : [])(
  'sessions and routes of FRR $version',
  { timeout: 240_000 },
  (install) => {
    test.each(scenesFor(install))(
      'nothing ends or is lost that could stay (with a VRF: $withVrf)',
      async ({ withVrf, changes }) => {
        const world = await openWorld(install, withVrf)
        try {
          const reloader = reloaderOf(world.node)
          const observations = await runChanges(changes, { world, reloader, atOnce, report: () => {} })
          expect(observations.flatMap(faults)).toEqual([])
          expect(observations.flatMap(({ kinds }) => kinds)).toHaveLength(changes.length)
        } finally {
          await world.stop()
        }
      },
    )
  },
)
