import { type FileHandle, open, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** A text that lies beside frr.conf, ready to take its place. */
export type Prepared = {
  /** Puts it there, in one step. Answers why it could not, or `undefined`. */
  commit(): Promise<string | undefined>
  /** FRR did not take it. */
  discard(): Promise<void>
}

/**
 * Begins to write a text where FRR's next start shall read it, with the owner and the mode that the file has, while FRR
 * is at work on it. Never rejects: if it cannot be written, FRR shall run it all the same.
 */
export function prepare(confFile: string, text: string): Prepared {
  const written = writeBeside(confFile, text)
  return {
    async commit() {
      const { path, words } = await written
      if (path === undefined) return words
      return takePlace(path, text).then(() => undefined, complaintAbout(confFile))
    },
    async discard() {
      const { path } = await written
      if (path !== undefined) await rm(path, { force: true }).catch(() => {})
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
async function takePlace(path: string, text: string): Promise<void> {
  const file = path.slice(0, -ending.length)
  try {
    await rename(path, file)
  } catch (error) {
    await rm(path, { force: true })
    if (!(error instanceof Error && 'code' in error && error.code === 'EBUSY')) throw error
    await writeFile(file, text)
  }
}

const ending = '.frrkit'

type Written = { readonly path?: string; readonly words?: string }

async function writeBeside(confFile: string, text: string): Promise<Written> {
  // A link stays one, and the file it points to is replaced.
  const file = await realpath(confFile).catch(() => confFile)
  const path = `${file}${ending}`
  try {
    const before = await ownerOf(confFile)
    // Most of the time the lengths tell already that it is another text.
    if (before.size === Buffer.byteLength(text) && (await readFile(confFile, 'utf8')) === text) return {}
    await write(path, text, before)
    return { path }
  } catch (error) {
    await rm(path, { force: true }).catch(() => {})
    return { words: complaintAbout(confFile)(error) }
  }
}

async function write(path: string, text: string, { uid, gid, mode }: Owner): Promise<void> {
  const file = await openAnew(path)
  try {
    await file.writeFile(text)
    if (process.getuid?.() === 0) await file.chown(uid, gid)
    await file.chmod(mode)
    // Otherwise a power cut after the rename can leave an empty file behind.
    await file.sync()
  } finally {
    await file.close()
  }
}

/** What a killed process left behind may belong to somebody else. */
async function openAnew(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'wx', 0o600)
  } catch {
    await rm(path, { force: true })
    return open(path, 'wx', 0o600)
  }
}

type Owner = { readonly uid: number; readonly gid: number; readonly mode: number; readonly size?: number }

/** Of the file; without one, FRR's user, readable for its group, as FRR's packages have it. */
async function ownerOf(confFile: string): Promise<Owner> {
  try {
    const { uid, gid, mode, size } = await stat(confFile)
    return { uid, gid, mode: mode & 0o777, size }
  } catch {
    return { ...((await userFrr()) ?? (await stat(dirname(confFile)))), mode: 0o640 }
  }
}

async function userFrr(): Promise<Pick<Owner, 'uid' | 'gid'> | undefined> {
  const users = await readFile('/etc/passwd', 'utf8').catch(() => '')
  const [, uid, gid] = /^frr:[^:]*:(\d+):(\d+):/m.exec(users) ?? []
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) }
}

function complaintAbout(confFile: string): (error: unknown) => string {
  return (error) => `${confFile} could not be written: ${error instanceof Error ? error.message : String(error)}`
}
