import { writeFile } from 'node:fs/promises'
import { type FrrInstall, type FrrRelease, findFrr, findRelease } from '@frrkit/frr-lab'
import { changes } from './cases.ts'
import { measureChanges } from './measure-changes.ts'
import { measureFirstLoad } from './measure-first-load.ts'
import { type Options, readOptions, usage } from './options.ts'
import type { Result } from './result.ts'
import { table } from './table.ts'
import { verdicts } from './targets.ts'

const options = readOptions(process.argv.slice(2))
if ('wrong' in options) {
  console.error(`${options.wrong}\n${usage}`)
  process.exitCode = 2
} else {
  const results = await measureAll(options)
  console.log(`medians in milliseconds\n\n${table(results)}\n`)
  const all = results.flatMap(verdicts)
  console.log(`${all.filter(({ met }) => met).length} targets met, ${all.filter(({ met }) => !met).length} missed`)
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(results, null, 1)}\n`)
  // A reloader that watches its FRR would keep the process.
  process.exit()
}

async function measureAll({
  releases,
  loaded: sizes,
  neighbors,
  cases,
  runs,
  firstLoads,
  slowRuns,
  pause,
}: Options): Promise<readonly Result[]> {
  const chosen = changes.filter(({ name, back }) => cases.includes(name) || (back && cases.includes(back)))
  const results: Result[] = []
  for (const release of releases) {
    const install = await installOf(release)
    // The first load of 8.4 grows with the square: ten thousand take it forty minutes.
    for (const loaded of sizes.filter((size) => release !== '8.4' || size <= 1000)) {
      const report = (what: string) =>
        process.stderr.write(
          `FRR ${install.version}, ${loaded} prefixes${neighbors === 0 ? '' : `, ${neighbors} neighbors`}: ${what}\n`,
        )
      const measuring = { install, loaded, neighbors, slowRuns, pause, report }
      if (chosen.length > 0) results.push(...(await measureChanges(chosen, { ...measuring, runs })))
      if (cases.includes('first load')) results.push(await measureFirstLoad({ ...measuring, runs: firstLoads }))
    }
  }
  return results.filter(({ change }) => cases.includes(change))
}

async function installOf(release: FrrRelease): Promise<FrrInstall> {
  const beside = await findRelease(release)
  const own = await findFrr()
  const install = beside ?? (own?.version.startsWith(`${release}.`) ? own : undefined)
  if (!install) throw new Error(`FRR ${release} is not on this machine\nhelp: npm run frr:install`)
  return install
}
