import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { promisify } from 'node:util'
import { type FormerFile, holdFormerFile, type Owner } from './former-file.ts'

/** A text that lies beside frr.conf, ready to take its place. */
export type Prepared = {
  /** Puts it there, in one step. Answers why it could not, or `undefined`. */
  commit(): Promise<string | undefined>
  /** FRR did not take it. */
  discard(): Promise<void>
}

/**
 * Writes a text where FRR's next start shall read it, with the owner and the mode that the file has, while FRR is at
 * work on it: what is to be told to FRR without another answer has left by then. Never rejects: if the text cannot be
 * written, FRR shall run it all the same.
 *
 * Only the disk is waited for. The other calls take the kernel microseconds each, and a hundred by way of Node's
 * threads: together as long as FRR takes for a change.
 */
export function prepare(confFile: string, text: string): Prepared {
  const written = writeBeside(confFile, text)
  return {
    async commit() {
      const { path, words, former } = await written
      const complained = path === undefined ? words : takePlace(path, { confFile, text })
      former?.letGo()
      return complained
    },
    async discard() {
      const { path, former } = await written
      if (path !== undefined) remove(path)
      former?.letGo()
    },
  }
}

/** The same at once. */
export function persist(confFile: string, text: string): Promise<string | undefined> {
  return prepare(confFile, text).commit()
}

/** What to say to people when FRR has taken a text that could not be saved. */
export function notSaved(words: string): string {
  return `${words}\nFRR runs the configuration, but would come up with an older one`
}

/** What lies beside a file takes its place; a file that is mounted by itself has one that cannot be taken. */
function takePlace(path: string, { confFile, text }: { confFile: string; text: string }): string | undefined {
  const file = path.slice(0, -ending.length)
  try {
    renameSync(path, file)
    return undefined
  } catch (error) {
    remove(path)
    if (!isMounted(error)) return complaint(confFile, error)
  }
  try {
    writeFileSync(file, text)
    return undefined
  } catch (error) {
    return complaint(confFile, error)
  }
}

function isMounted(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EBUSY'
}

const ending = '.frrkit'

type Written = { readonly path?: string; readonly words?: string; readonly former?: FormerFile }

async function writeBeside(confFile: string, text: string): Promise<Written> {
  await setImmediate()
  const path = `${realPath(confFile)}${ending}`
  let former: FormerFile | undefined
  try {
    former = holdFormerFile(confFile)
    if (former.says(text)) return { former }
    await write(path, text, former.owner)
    return { path, former }
  } catch (error) {
    remove(path)
    return { words: complaint(confFile, error), ...(former && { former }) }
  }
}

/** A link stays one, and the file it points to is replaced. */
function realPath(file: string): string {
  try {
    return realpathSync.native(file)
  } catch {
    return file
  }
}

const toDisk = promisify(fsync)

async function write(path: string, text: string, { uid, gid, mode }: Owner): Promise<void> {
  const file = openAnew(path)
  try {
    writeFileSync(file, text)
    if (process.getuid?.() === 0) fchownSync(file, uid, gid)
    fchmodSync(file, mode)
    // Otherwise a power cut after the rename can leave an empty file behind.
    await toDisk(file)
  } finally {
    closeSync(file)
  }
}

/** What a killed process left behind may belong to somebody else. */
function openAnew(path: string): number {
  try {
    return openSync(path, 'wx', 0o600)
  } catch {
    remove(path)
    return openSync(path, 'wx', 0o600)
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // A folder that cannot be written to: then nothing was written, either.
  }
}

function complaint(confFile: string, error: unknown): string {
  return `${confFile} could not be written: ${error instanceof Error ? error.message : String(error)}`
}
