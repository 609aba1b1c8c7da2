import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Comparison, compareFrrTexts, compareWithRunning, type FrrText } from '@frrkit/frr-text'
import { failed, ok, type Problem, type Result } from '@frrkit/model'
import { compileOnce, prepare } from '../prepare.ts'
import type { CommonOptions, Settings } from '../settings.ts'
import { withCommit } from './commit.ts'
import { reasonOf } from './reason-of.ts'
import { readRunning } from './running.ts'

/** What to compare with; the command line has seen to it that it is one of them. */
export type Against = {
  readonly against?: string
  readonly againstRunning?: boolean
  readonly againstDir?: string
  readonly againstCommit?: string
  /** Of the FRR that runs, as is the folder of its sockets. */
  readonly pathspace?: string
  readonly vtyDir?: string
}

/** The text to compare with, and how. */
export type Before = {
  readonly text: string
  readonly compare: (before: FrrText, after: FrrText) => Comparison
  /** FRR hid its secrets, so that ours have to be hidden before the two can be compared. */
  readonly secretsHidden?: boolean
  readonly warnings?: readonly Problem[]
}

/** Reads, or makes, the text that the objects are compared with. */
export async function readBefore(
  options: CommonOptions & Against,
  settings: Settings,
  cwd: string,
): Promise<Result<Before>> {
  if (options.against !== undefined) return readFrrConf(options.against, cwd)
  if (options.againstDir !== undefined) return compileFolder(resolve(cwd, options.againstDir), options, cwd)
  if (options.againstCommit !== undefined) {
    const source = settings.plugins.find(({ name }) => name === 'source-file')?.options
    const dir = source !== undefined && 'dir' in source ? String(source.dir) : ''
    return withCommit({ dir: resolve(cwd, dir), revision: options.againstCommit }, async (folder) => {
      const compiled = await compileFolder(folder.dir, options, cwd)
      return compiled.ok ? compiled : failed(...folder.rename(compiled.problems))
    })
  }
  const running = await readRunning(settings, options)
  if (!running.ok) return running
  const { text, secrets, warnings = [] } = running.value
  return ok({ text, compare: compareWithRunning, secretsHidden: secrets === 'hidden', warnings })
}

async function readFrrConf(file: string, cwd: string): Promise<Result<Before>> {
  try {
    const text = await readFile(resolve(cwd, file), 'utf8')
    // FRR's own `write` puts its version there, and with it what it shows without being asked.
    return ok({ text, compare: /^frr version /m.test(text) ? compareWithRunning : compareFrrTexts })
  } catch (error) {
    return failed({
      code: 'file/unreadable',
      severity: 'error',
      subject: `File ${file}`,
      field: '',
      reason: reasonOf(error),
      evidence: [],
      help: 'name a frr.conf that exists and may be read',
    })
  }
}

async function compileFolder(dir: string, options: CommonOptions, cwd: string): Promise<Result<Before>> {
  const prepared = await prepare({ ...options, dir }, cwd)
  const compiled = prepared.ok ? await compileOnce(prepared.value) : prepared
  return compiled.ok ? ok({ text: compiled.value.frrConf, compare: compareFrrTexts }) : compiled
}
