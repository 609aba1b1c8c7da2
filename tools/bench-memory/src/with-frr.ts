import { availableFrrs, type FrrInstall } from '@frrkit/frr-lab'
import { type Case, idle, manyObjects } from './cases.ts'
import { type Applied, measureApplied, measureIdle } from './measure-applied.ts'
import { usualPrefixes, type WithFrr } from './options.ts'
import { measureOwnTime, type OwnTime } from './own-time.ts'
import { report } from './report.ts'

/** What one run has shown. */
export type Run = { readonly applied: Applied; readonly ownTime: OwnTime | undefined }

export async function withFrr({ releases, objects, prefixes, runs, oursOnly, rest, profile }: WithFrr): Promise<void> {
  for (const release of releases) {
    const install = await installOf(release)
    const one = manyObjects(objects, prefixes ?? usualPrefixes(release))
    const atRest = await measureIdle(idle, { install })
    console.log(`FRR ${install.version}, ${one.name}, one peer`)
    console.log(report(one, atRest, await measureRuns(one, { runs, oursOnly }, { install, rest, profile })))
  }
}

/** FRR's own time right after each run of ours: a machine that is busy is so for both. */
async function measureRuns(
  one: Case,
  { runs: count, oursOnly }: Pick<WithFrr, 'runs' | 'oursOnly'>,
  applying: Parameters<typeof measureApplied>[1],
): Promise<readonly Run[]> {
  const runs: Run[] = []
  for (let run = 1; run <= count; run++) {
    const applied = await measureApplied(one, applying)
    const ownTime = oursOnly ? undefined : await measureOwnTime(applying.install, applied.frrConf)
    runs.push({ applied, ownTime })
  }
  return runs
}

async function installOf(release: string): Promise<FrrInstall> {
  const all = await availableFrrs()
  const install = all.find(({ version }) => version === release || version.startsWith(`${release}.`))
  if (install === undefined) throw new Error(`FRR ${release} is not on this machine\nhelp: npm run frr:install`)
  return install
}
