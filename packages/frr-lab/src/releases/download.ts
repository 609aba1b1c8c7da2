import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exec } from '../exec.ts'
import { aptConf, mirrorsIn, neededPackages, sourcesList } from './apt-conf.ts'

export type Report = (line: string) => void

/** Fetches the packages of FRR and of the libraries it needs from a Debian suite, signatures checked by apt; answers the files. */
export async function downloadFrr(directory: string, suite: string, report: Report): Promise<readonly string[]> {
  const conf = join(directory, 'apt.conf')
  const apt = (...args: readonly string[]) => exec(['apt-get', '-c', conf, '-qq', ...args], { cwd: directory })
  await mkdir(join(directory, 'state/lists/partial'), { recursive: true })
  await mkdir(join(directory, 'cache/archives/partial'), { recursive: true })
  await writeFile(join(directory, 'status'), '')

  report(`reading the package lists of Debian ${suite}`)
  await withAnyMirror(async (mirror) => {
    await writeFile(conf, aptConf({ directory, mirror, suite }))
    await writeFile(join(directory, 'sources.list'), sourcesList({ mirror, suite }))
    await apt('update')
  })
  const wanted = ['frr', 'frr-pythontools']
  const { stdout } = await apt('install', '--no-install-recommends', '--print-uris', ...wanted)
  const packages = neededPackages(stdout)
  report(`fetching ${packages.length} packages`)
  await apt('download', ...packages)
  const files = (await readdir(directory)).filter((name) => name.endsWith('.deb'))
  return files.toSorted().map((name) => join(directory, name))
}

async function withAnyMirror(use: (mirror: string) => Promise<void>): Promise<void> {
  const { stdout } = await exec(['apt-get', 'update', '--print-uris'])
  const suite = /^VERSION_CODENAME=(\S+)/m.exec(await readFile('/etc/os-release', 'utf8'))?.[1] ?? ''
  const mirrors = mirrorsIn(stdout, suite)
  let reason: unknown = new Error(
    `apt of this machine has no source of Debian${suite && ` ${suite}`} to learn a mirror from`,
  )
  for (const mirror of mirrors) {
    try {
      return await use(mirror)
    } catch (error) {
      reason = error
    }
  }
  throw reason
}
