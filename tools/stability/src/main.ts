import { parseArgs } from 'node:util'
import { availableFrrs, type FrrInstall } from '@frrkit/frr-lab'
import type { Change } from './changes/change.ts'
import { scenesFor } from './changes/scenes.ts'
import { frrReloadOf, reloaderOf } from './reloader-of.ts'
import { type Observation, runChanges } from './run-changes.ts'
import { faults, table } from './table.ts'
import { openWorld } from './world.ts'

const { values } = parseArgs({
  options: {
    frr: { type: 'string' },
    at: { type: 'string' },
    only: { type: 'string' },
    by: { type: 'string' },
  },
})
const installs = (await availableFrrs()).filter(
  ({ version }) => values.frr === undefined || version.startsWith(values.frr),
)
const only = values.only?.split(',') ?? ['']
let wrong = 0
for (const install of installs) {
  const observations = []
  for (const { withVrf, changes } of scenesFor(install)) {
    const chosen = changes.filter(({ kind }) => only.some((word) => kind.includes(word)))
    if (chosen.length > 0) observations.push(...(await observe(install, withVrf, chosen)))
  }
  const found = observations.flatMap(faults)
  wrong += found.length
  const resets = observations.flatMap(({ ended }) => ended).length
  console.log(`\n## FRR ${install.version}\n\n${table(observations)}\n`)
  console.log(
    `${observations.flatMap(({ kinds }) => kinds).length} changes; ${resets} sessions ended; ${found.length} faults\n${found.join('\n')}`,
  )
}
// A reloader that keeps connections would keep the process.
process.exit(wrong === 0 ? 0 : 1)

async function observe(
  install: FrrInstall,
  withVrf: boolean,
  changes: readonly Change[],
): Promise<readonly Observation[]> {
  const world = await openWorld(install, withVrf)
  try {
    return await runChanges(changes, {
      world,
      reloader: values.by === 'frr-reload' ? frrReloadOf(world.node) : reloaderOf(world.node),
      atOnce: Number(values.at ?? 1),
      report: ({ kinds }) => process.stderr.write(`FRR ${install.version}: ${kinds.join(', ')}\n`),
    })
  } finally {
    await world.stop()
  }
}
