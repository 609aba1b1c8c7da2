import { open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

type Owner = { readonly uid: number; readonly gid: number; readonly mode: number }

/**
 * Puts a text where FRR's next start reads it, in one step, with the owner and the mode that the file had. Answers why it
 * could not, or `undefined`.
 */
export async function persist(confFile: string, text: string): Promise<string | undefined> {
  const written = `${confFile}.frrkit`
  try {
    const before = await readFile(confFile, 'utf8').catch(() => undefined)
    if (before === text) return undefined
    const { uid, gid, mode } = await ownerOf(confFile)
    // What a killed process left behind may belong to somebody else.
    await rm(written, { force: true })
    const file = await open(written, 'wx', 0o600)
    try {
      await file.writeFile(text)
      if (process.getuid?.() === 0) await file.chown(uid, gid)
      await file.chmod(mode)
      // Otherwise a power cut after the rename can leave an empty file behind.
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(written, confFile)
    return undefined
  } catch (error) {
    await rm(written, { force: true }).catch(() => {})
    return `${confFile} could not be written: ${reasonOf(error)}`
  }
}

/** Of the file; without one, FRR's user, readable for its group, as FRR's packages have it. */
async function ownerOf(confFile: string): Promise<Owner> {
  try {
    const { uid, gid, mode } = await stat(confFile)
    return { uid, gid, mode: mode & 0o777 }
  } catch {
    return { ...((await userFrr()) ?? (await stat(dirname(confFile)))), mode: 0o640 }
  }
}

async function userFrr(): Promise<Pick<Owner, 'uid' | 'gid'> | undefined> {
  const users = await readFile('/etc/passwd', 'utf8').catch(() => '')
  const [, uid, gid] = /^frr:[^:]*:(\d+):(\d+):/m.exec(users) ?? []
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
