import { closeSync, fchmodSync, fchownSync, fsync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { type FormerFile, holdFormerFile, type Owner } from './former-file.ts'
import { linkedFile } from './linked-file.ts'
import { nameBeside, removeLeftovers } from './name-beside.ts'
import { writeInPlace } from './write-in-place.ts'

/** A text that lies beside frr.conf, ready to take its place. */
export type Prepared = {
  /** Puts it there, in one step. Answers why it could not, or `undefined`. */
  commit(): Promise<string | undefined>
  /** FRR did not take it. Nothing happens where it stands in its place by then. */
  discard(): Promise<void>
}

/**
 * Writes a text where FRR's next start shall read it, with the owner and the mode that the file has. Whoever has more to
 * do with the text begins with this: the disk takes as long as FRR does for a change. Never rejects: if the text cannot
 * be written, FRR shall run it all the same.
 *
 * Only the disk is waited for. The other calls take the kernel microseconds each, and a hundred by way of Node's
 * threads.
 */
export function prepare(confFile: string, text: string): Prepared {
  const written = writeBeside(confFile, text)
  let committed = false
  const put = async (ready: Promise<Written>) => {
    const { former, ...beside } = await ready
    const complained = takePlace(beside, confFile, text)
    former?.letGo()
    return complained
  }
  return {
    async commit() {
      committed = true
      const complained = await put(written)
      if (complained !== moved) return complained
      // Its folder has been replaced meanwhile, or a link leads elsewhere.
      const again = await put(writeBeside(confFile, text))
      return again === moved ? `${confFile} could not be written: its folder does not stay` : again
    },
    async discard() {
      if (committed) return
      const { place, former } = await written
      if (place?.beside !== undefined) remove(place.beside)
      former?.letGo()
    },
  }
}

/** The same at once. */
export function persist(confFile: string, text: string): Promise<string | undefined> {
  return prepare(confFile, text).commit()
}

/** Whether the file says the text; nobody knows of one that cannot be read. */
export function isSaved(confFile: string, text: string): boolean {
  try {
    const there = holdFormerFile(linkedFile(confFile))
    try {
      return there.says(text)
    } finally {
      there.letGo()
    }
  } catch {
    return false
  }
}

/** What to say to people when FRR has taken a text that could not be saved. */
export function notSaved(words: string): string {
  return `${words}\nFRR runs the configuration, but would come up with an older one`
}

/** A file, and what lies beside it to take its place; nothing does where nothing can. */
type Place = { readonly file: string; readonly beside?: string }

type Written = { readonly place?: Place; readonly words?: string; readonly former?: FormerFile }

const moved = Symbol('the place is another one by now')

function takePlace({ place, words }: Written, confFile: string, text: string): string | undefined | typeof moved {
  if (place === undefined) return words
  const { file, beside } = place
  try {
    if (linkedFile(confFile) !== file) {
      if (beside !== undefined) remove(beside)
      return moved
    }
    if (beside === undefined) writeInPlace(file, text)
    else moveTo(file, beside, text)
    removeLeftovers(file)
    return undefined
  } catch (error) {
    if (beside !== undefined) remove(beside)
    return isError(error, 'ENOENT') ? moved : complaint(confFile, error)
  }
}

/** A file that is mounted by itself keeps its place. */
function moveTo(file: string, beside: string, text: string): void {
  try {
    renameSync(beside, file)
  } catch (error) {
    if (!isError(error, 'EBUSY')) throw error
    remove(beside)
    writeInPlace(file, text)
  }
}

async function writeBeside(confFile: string, text: string): Promise<Written> {
  let [file, beside] = ['', '']
  let former: FormerFile | undefined
  try {
    file = linkedFile(confFile)
    former = holdFormerFile(file)
    if (former.says(text)) return { former }
    beside = nameBeside(file)
    await write(beside, text, former.owner)
    return { place: { file, beside }, former }
  } catch (error) {
    if (beside !== '') remove(beside)
    // A container may have nothing to write to but this file.
    if (former?.isThere && isError(error, 'EROFS')) return { place: { file }, former }
    return { words: complaint(confFile, error), ...(former && { former }) }
  }
}

const toDisk = promisify(fsync)

async function write(path: string, text: string, { uid, gid, mode }: Owner): Promise<void> {
  const file = openSync(path, 'wx', 0o600)
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

function remove(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // A folder that cannot be written to: then nothing was written, either.
  }
}

function isError(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

function complaint(confFile: string, error: unknown): string {
  return `${confFile} could not be written: ${error instanceof Error ? error.message : String(error)}`
}
