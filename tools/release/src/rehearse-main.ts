import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { publishedPackages, root } from './published.ts'
import { copyOutside } from './rehearse/copy-outside.ts'
import { outsideEnv } from './rehearse/outside-env.ts'
import { publish } from './rehearse/publish.ts'
import { startRegistry } from './rehearse/registry.ts'
import { steps } from './rehearse/steps.ts'
import { trustAsNpm } from './rehearse/trust.ts'
import { run } from './run.ts'

const packages = publishedPackages()
const temporary = await mkdtemp(join(tmpdir(), 'frrkit-rehearse-'))
const npmSetting = async (name: string) => (await run('npm', ['config', 'get', name], { cwd: root })).trim()
await trustAsNpm(await npmSetting('cafile'))
const upstream = await npmSetting('registry')
const registry = await startRegistry(join(temporary, 'registry'), upstream)

async function step(name: string, work: () => Promise<void>): Promise<void> {
  const began = Date.now()
  await work()
  console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(5)} s  ${name}`)
}

try {
  const env = outsideEnv(process.env, registry.npmSettings)
  const outside = { folder: join(temporary, 'outside'), env }
  await step(`publish ${packages.length} packages`, () => publish(packages, env))
  await copyOutside(outside.folder, packages)
  for (const { name, run: work } of steps) await step(name, () => work(outside))
  console.log('released in rehearsal: nothing left this machine')
} finally {
  await registry.close()
  await rm(temporary, { recursive: true, force: true })
}
