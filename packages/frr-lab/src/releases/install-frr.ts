import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { exec } from '../exec.ts'
import { type FrrInstall, findFrr, readInstall } from '../frr/install.ts'
import { labId, namespaceOf } from '../lab-id.ts'
import { places } from '../places.ts'
import { thisProcess } from '../proc.ts'
import { removeDeadLabs } from '../remove-lab.ts'
import { downloadFrr, type Report } from './download.ts'
import { type FrrRelease, isOf, suiteOf } from './releases.ts'
import { unpackFrr } from './unpack.ts'

/** Part of the directory's name: raise it when what `unpackFrr` writes changes, or old directories are taken for good ones. */
const layout = 1

/** A release that is there: the machine's own FRR if it is of that release, or one that `installFrr` put beside it. */
export async function findRelease(release: FrrRelease): Promise<FrrInstall | undefined> {
  const own = await findFrr()
  return own && isOf(release, own.version) ? own : readRelease(release)
}

/**
 * Puts an FRR of another Debian beside the machine's own, once; the machine's packages stay as they are. Answers at once
 * when the release is there. To get a newer build of it, remove its directory below /var/cache/frrkit.
 */
export async function installFrr(release: FrrRelease, report: Report = () => {}): Promise<FrrInstall> {
  const found = await findRelease(release)
  if (found) return found
  try {
    await checkMachine()
    await install(release, report)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`FRR ${release} could not be installed: ${reason}`, { cause: error })
  }
  const installed = await readRelease(release)
  if (!installed) throw new Error(`BUG: FRR ${release} was installed and is not there`)
  report(`FRR ${installed.version} is in ${directoryOf(release)}`)
  return installed
}

function directoryOf(release: FrrRelease): string {
  return join(places.frrReleases, `frr-${release}-v${layout}`)
}

function readRelease(release: FrrRelease): Promise<FrrInstall | undefined> {
  const bin = join(directoryOf(release), 'bin')
  return readInstall({ daemonDirectory: bin, vtysh: join(bin, 'vtysh') })
}

async function checkMachine(): Promise<void> {
  // Labs need root anyway, and the daemons, which are not root, must be able to read what is installed.
  if (process.getuid?.() !== 0) throw new Error('only root may\nhelp: run as root (sudo)')
  for (const program of ['/usr/bin/apt-get', '/usr/bin/dpkg-deb']) {
    if (!existsSync(program))
      throw new Error(`there is no ${program}: it comes as packages of Debian\nhelp: use Debian`)
  }
  if (!(await findFrr())) {
    const help = 'apt-get install frr frr-pythontools'
    throw new Error(`it shares the user frr with the machine's own FRR, and there is none\nhelp: ${help}`)
  }
}

async function install(release: FrrRelease, report: Report): Promise<void> {
  removeDeadLabs()
  const suite = suiteOf(release)
  // Named like a lab, so that what a killed process leaves is removed with its labs; labs themselves count from 1.
  const work = join(places.frrReleases, namespaceOf(labId(thisProcess(), 0), suite))
  await mkdir(work, { recursive: true })
  try {
    const packages = await downloadFrr(work, suite, report)
    report(`unpacking ${packages.length} packages`)
    const unpacked = join(work, 'unpacked')
    await unpackFrr(unpacked, packages)
    await exec([join(unpacked, 'bin/bgpd'), '--version'])
    await renameUnlessThere(unpacked, directoryOf(release))
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

// Two processes may install at once: whoever is later throws its own away.
async function renameUnlessThere(from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}
