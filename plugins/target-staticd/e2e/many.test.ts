import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLab, type Frr, type Lab, requireLab, startFrr } from '@frrkit/frr-lab'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { type RunningFrrkit, runFrrkit } from './run-frrkit.ts'
import { installed } from './static-routes.ts'

const prefixes = Array.from({ length: 1000 }, (_, i) => `10.30.${Math.floor(i / 8)}.${(i % 8) * 32}/27`)
const objects = prefixes.map(
  (prefix, i) => `apiVersion: static.frrkit.dev/v1alpha1
kind: StaticRoute
metadata: {name: many-${i}, namespace: frr-system}
spec: {prefix: ${prefix}, nextHops: [{address: 192.0.2.2}]}
`,
)

/** Line by line FRR takes most of a minute for them: that is longer than a route is waited for. */
describe.runIf(await requireLab())('a thousand routes', () => {
  let lab: Lab
  let frr: Frr
  let dir: string
  let frrkit: RunningFrrkit

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'frrkit-staticd-'))
    await mkdir(join(dir, 'objects'))
    await writeFile(join(dir, 'objects', 'many.yaml'), objects.join('---\n'))
    lab = await createLab({ name: 'many-routes' })
    const [a, b] = [await lab.node('node'), await lab.node('next-hop')]
    await lab.link(a, b, { a: ['192.0.2.1/24'], b: ['192.0.2.2/24'] })
    frr = await startFrr(a)
    frrkit = await runFrrkit(frr, {
      file: join(dir, 'frrkit.conf'),
      plugins: { 'source-file': { dir: join(dir, 'objects') } },
    })
  })
  afterAll(async () => {
    await frrkit?.stop()
    await lab?.stop()
    await rm(dir, { recursive: true, force: true })
  })

  test('come together, and go together', async () => {
    await installed(frr, ...prefixes.map((prefix) => `${prefix} 1 via 192.0.2.2 eth0`))
    await rm(join(dir, 'objects', 'many.yaml'))
    await installed(frr)
  })
})
