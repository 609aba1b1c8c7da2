import { canRunLab } from '../can-run-lab.ts'
import { type FrrInstall, findFrr } from '../frr/install.ts'
import { isCi } from '../require-lab.ts'
import { findRelease } from './install-frr.ts'
import { type FrrRelease, parseReleases, testedReleases } from './releases.ts'

/** Those that `FRRKIT_FRR` names (`8.4,newest`); without it, the machine's own first, then those of the tested releases. */
export async function availableFrrs(): Promise<readonly FrrInstall[]> {
  const named = await namedFrrs()
  if (named) return named
  const found = await Promise.all([findFrr(), ...testedReleases.map(findRelease)])
  const installs = found.filter((install) => install !== undefined)
  return [...new Map(installs.map((install) => [install.vtysh, install])).values()]
}

/**
 * For `describe.each(await frrVersions())('with FRR $version', …)` inside of `describe.runIf(await requireLab())`. With CI
 * set, a machine that lacks a tested release throws; elsewhere the tests run on what is there, and what lacks is printed.
 * What `FRRKIT_FRR` names must be there.
 */
export async function frrVersions(): Promise<readonly FrrInstall[]> {
  const named = await namedFrrs()
  if (named) return named
  const installs = await availableFrrs()
  const missing: FrrRelease[] = []
  for (const release of testedReleases) if (!(await findRelease(release))) missing.push(release)
  complain(missing, {
    ci: isCi(process.env.CI) && (await canRunLab()).ok,
    print: (line) => process.stderr.write(`${line}\n`),
  })
  return installs
}

/** The FRR that a lab runs when nobody says which: the first that `FRRKIT_FRR` names, or the machine's own. */
export async function defaultFrr(): Promise<FrrInstall | undefined> {
  const [named] = (await namedFrrs()) ?? []
  return named ?? findFrr()
}

async function namedFrrs(): Promise<readonly FrrInstall[] | undefined> {
  const releases = parseReleases(process.env.FRRKIT_FRR)
  return releases && Promise.all(releases.map(mustFind))
}

async function mustFind(release: FrrRelease): Promise<FrrInstall> {
  const install = await findRelease(release)
  if (!install)
    throw new Error(`FRRKIT_FRR names ${release}, which this machine lacks\nhelp: npm run frr:install -- ${release}`)
  return install
}

type Manners = { readonly ci: boolean; readonly print: (line: string) => void }

export function complain(missing: readonly FrrRelease[], { ci, print }: Manners): void {
  if (missing.length === 0) return
  const help = 'help: npm run frr:install'
  const releases = missing.map((release) => `FRR ${release}`).join(' and ')
  if (ci) throw new Error(`tests cannot run on ${releases}, which this machine lacks\n${help}`)
  print(`tests do not run on ${releases}, which this machine lacks\n${help}`)
}
