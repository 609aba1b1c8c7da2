import { execFile } from 'node:child_process'
import { chown, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Frr } from '@frrkit/frr-lab'
import type { Reloader } from '@frrkit/plugin'
import { reloaderFrrReload } from '@frrkit/reloader-frr-reload'
import { reloaderVty } from '@frrkit/reloader-vty'

/** Milliseconds that it took to bring a text to FRR. */
export type Apply = (text: string) => Promise<number>

const run = promisify(execFile)
const signal = new AbortController().signal

/** A whole frr.conf through the contract: checked, applied, verified, written. */
export function byReloader(reloader: Reloader): Apply {
  return async (text) => {
    const { outcome, took } = await timed(() => reloader.reload(text, signal))
    if (outcome.status !== 'accepted') throw new Error(`${reloader.name}: ${outcome.status}: ${outcome.words}`)
    if (outcome.by !== undefined && outcome.by !== reloader.name)
      throw new Error(`${reloader.name} left it to ${outcome.by}: ${outcome.because}`)
    return took
  }
}

/** `vtyDir`: sockets in front of FRR's own, for those who listen. No audits, which come between changes and not into them. */
export function ourReloader(frr: Frr, vtyDir: string = frr.install.stateDirectory): Reloader {
  const { pathspace, configFile } = frr
  return reloaderVty({
    vtyDir,
    pathspace,
    confFile: configFile,
    fallback: frrReloadOf(frr),
    auditEvery: 0,
  })
}

/** As a daemon has a reloader: it watches FRR meanwhile. */
export function inDaemon(reloader: Reloader): { readonly apply: Apply; stop(): Promise<void> } {
  const stopped = new AbortController()
  const watching = reloader.watch?.(() => {}, stopped.signal).catch(() => {})
  return {
    apply: byReloader(reloader),
    async stop() {
      stopped.abort()
      await watching
    },
  }
}

function frrReloadOf({ install, pathspace, configFile }: Pick<Frr, 'install' | 'pathspace' | 'configFile'>): Reloader {
  const { frrReload } = install
  const options = { pathspace, confFile: configFile, vtyDir: install.stateDirectory, binDir: dirname(install.vtysh) }
  return reloaderFrrReload({ ...options, ...(frrReload !== undefined && { frrReload }) })
}

/**
 * As the reference does it: frr-reload.py `--test`, then `--reload`. That the file is the frr.conf of this FRR keeps the
 * script from writing it once more, which is to its advantage: persistence is not in its time, and is in ours.
 */
export function byFrrReload(frr: Frr): Apply {
  const { install, pathspace, configDirectory, configFile, stateDirectory } = frr
  const places = ['--bindir', dirname(install.vtysh), '--confdir', configDirectory, '--rundir', stateDirectory]
  const words = ['--stdout', '--log-level', 'warning', ...places, '--vty_socket', install.stateDirectory]
  const script = (what: string): Promise<unknown> => {
    if (install.frrReload === undefined) throw new Error(`FRR ${install.version} has no frr-reload.py`)
    return runQuietly(install.frrReload, [...words, '--pathspace', pathspace, what, configFile])
  }
  return async (text) => {
    await writeConf(frr, configFile, text)
    const { took } = await timed(async () => {
      await script('--test')
      await script('--reload')
    })
    return took
  }
}

/** FRR's own way to load a file on top of what runs. */
export function byVtyshFile(frr: Frr): Apply {
  const file = join(frr.configDirectory, 'load.conf')
  return async (text) => {
    await writeConf(frr, file, text)
    const { took } = await timed(() => runQuietly(frr.install.vtysh, ['-N', frr.pathspace, '-f', file]))
    return took
  }
}

/** Exit codes say little here (10.7 has one for remarks), and what FRR runs in the end is compared by the caller. */
async function runQuietly(program: string, args: readonly string[]): Promise<void> {
  const env = { ...process.env, VTYSH_HISTFILE: '/dev/null' }
  await run(program, args, { env, maxBuffer: 1 << 28 }).catch((error: { code?: unknown; message: string }) => {
    if (typeof error.code !== 'number') throw error
  })
}

async function writeConf({ install }: Frr, file: string, text: string): Promise<void> {
  await writeFile(file, text, { mode: 0o640 })
  await chown(file, install.user.uid, install.user.gid)
}

export async function timed<T>(work: () => Promise<T>): Promise<{ readonly outcome: T; readonly took: number }> {
  const began = performance.now()
  const outcome = await work()
  return { outcome, took: performance.now() - began }
}
