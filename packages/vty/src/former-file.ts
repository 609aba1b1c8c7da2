import { close, constants, fstatSync, openSync, readFileSync, type Stats, statSync } from 'node:fs'
import { dirname } from 'node:path'

export type Owner = { readonly uid: number; readonly gid: number; readonly mode: number }

/** The file that another one takes the place of. */
export type FormerFile = {
  readonly isThere: boolean
  /** Of the file; without one, FRR's user, readable for its group, as FRR's packages have it. */
  readonly owner: Owner
  says(text: string): boolean
  /**
   * Until then it is held open: a file that loses its last name is taken off the disk by whoever lets go of it last,
   * which takes five times as long as a rename.
   */
  letGo(): void
}

/** Throws where there is neither a file nor a folder for one. */
export function holdFormerFile(path: string): FormerFile {
  const fd = tryToOpen(path)
  const there = fd === undefined ? statSync(path, { throwIfNoEntry: false }) : fstatSync(fd)
  return {
    isThere: there !== undefined,
    owner: there === undefined ? ownerOfNew(path) : ownerIn(there),
    // Most of the time the lengths tell already that it is another text.
    says: (text) => there?.size === Buffer.byteLength(text) && readFileSync(fd ?? path, 'utf8') === text,
    letGo() {
      if (fd !== undefined) close(fd, () => {})
    },
  }
}

/** Not waiting for a writer, should it be a pipe. */
function tryToOpen(path: string): number | undefined {
  try {
    return openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  } catch {
    return undefined
  }
}

function ownerIn({ uid, gid, mode }: Stats): Owner {
  return { uid, gid, mode: mode & 0o777 }
}

function ownerOfNew(path: string): Owner {
  return { ...(userFrr() ?? statSync(dirname(path))), mode: 0o640 }
}

function userFrr(): Pick<Owner, 'uid' | 'gid'> | undefined {
  const [, uid, gid] = /^frr:[^:]*:(\d+):(\d+):/m.exec(users()) ?? []
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) }
}

function users(): string {
  try {
    return readFileSync('/etc/passwd', 'utf8')
  } catch {
    return ''
  }
}
