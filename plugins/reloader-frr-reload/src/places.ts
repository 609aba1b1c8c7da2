import { dirname, join } from 'node:path'
import type { OptionNames } from '@frrkit/plugin'

export type ReloaderFrrReloadOptions = {
  /** What a restart of FRR reads: always the text that FRR accepted last. `/etc/frr/[pathspace/]frr.conf` by default. */
  readonly confFile?: string
  /** The pathspace (`-N`) of the FRR in question; the default FRR when absent. */
  readonly pathspace?: string
  /** The folder of the `*.vty` sockets, when FRR was built or started with another. */
  readonly vtyDir?: string
  /** The folder of vtysh. */
  readonly binDir?: string
  /** The path of FRR's script. */
  readonly frrReload?: string
  /** Goes before every command: `['ip', 'netns', 'exec', 'blue']`. */
  readonly prefix?: readonly string[]
  /** Milliseconds for FRR to answer a question. */
  readonly answerWithin?: number
  /** Milliseconds for FRR to take a whole configuration. */
  readonly applyWithin?: number
}

export const optionNames: OptionNames<ReloaderFrrReloadOptions> = {
  confFile: true,
  pathspace: true,
  vtyDir: true,
  binDir: true,
  frrReload: true,
  prefix: true,
  answerWithin: true,
  applyWithin: true,
}

export type Places = Required<Omit<ReloaderFrrReloadOptions, 'pathspace' | 'vtyDir'>> & {
  readonly pathspace: string | undefined
  readonly vtyDir: string | undefined
  /**
   * Ours alone, made and removed with every reload: passwords are in it, and FRR's script writes its own files readable
   * for everybody. On the file system of confFile, so that one rename puts a text in its place.
   */
  readonly workDir: string
}

const texts = ['confFile', 'pathspace', 'vtyDir', 'binDir', 'frrReload'] as const
const times = ['answerWithin', 'applyWithin'] as const

/** Throws where an option is of another type: options may come from a file that no compiler has seen. */
export function placesOf(options: ReloaderFrrReloadOptions): Places {
  const wrongText = texts.find((name) => typeof (options[name] ?? '') !== 'string')
  if (wrongText !== undefined) throw new Error(`the option ${wrongText} has to be a string`)
  const wrongTime = times.find((name) => typeof (options[name] ?? 0) !== 'number')
  if (wrongTime !== undefined) throw new Error(`the option ${wrongTime} has to be a number`)
  if (!Array.isArray(options.prefix ?? [])) throw new Error('the option prefix has to be a list')
  const { pathspace, vtyDir } = options
  const confFile = options.confFile ?? join('/etc/frr', pathspace ?? '', 'frr.conf')
  return {
    confFile,
    pathspace,
    vtyDir,
    binDir: options.binDir ?? '/usr/bin',
    frrReload: options.frrReload ?? '/usr/lib/frr/frr-reload.py',
    prefix: options.prefix ?? [],
    answerWithin: options.answerWithin ?? 30_000,
    // A first load of a thousand prefixes takes FRR 8.4 two minutes.
    applyWithin: options.applyWithin ?? 900_000,
    workDir: join(dirname(confFile), '.frrkit'),
  }
}
