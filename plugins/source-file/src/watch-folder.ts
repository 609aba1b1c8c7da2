import { once } from 'node:events'
import { type FSWatcher, watch } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { systemErrorCode } from './system-error.ts'

/** Long enough for an editor to finish writing, short enough that nobody waits for it. */
const quietMs = 30
/** A file that is written to all the time must not keep the rest from being seen. */
const atLatestMs = 500

/**
 * Calls `changed` once as soon as it watches, and after every change in the folder has settled. It also follows the
 * folder itself: removed, put back, or a link that points elsewhere now.
 */
export async function watchFolder(dir: string, changed: () => void, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  const broken = Promise.withResolvers<never>()
  const settled = settle(changed)
  let watchers: readonly FSWatcher[] = []
  const arm = (): void => {
    for (const watcher of watchers) watcher.close()
    watchers = watchersOf(resolve(dir), { folderChanged: settled.event, pathChanged, failed: broken.reject })
  }
  const pathChanged = (): void => {
    try {
      arm()
      settled.event()
    } catch (error) {
      broken.reject(error)
    }
  }
  try {
    arm()
    changed()
    await Promise.race([once(signal, 'abort'), broken.promise])
  } finally {
    settled.cancel()
    for (const watcher of watchers) watcher.close()
  }
}

type Listeners = {
  readonly folderChanged: () => void
  readonly pathChanged: () => void
  readonly failed: (error: unknown) => void
}

/**
 * The kernel watches inodes, not paths: a folder that was removed and made again is another one. So the folders above are
 * watched too, each for the one name that leads to ours.
 */
function watchersOf(dir: string, { folderChanged, pathChanged, failed }: Listeners): readonly FSWatcher[] {
  const watchers: FSWatcher[] = []
  const add = (path: string, listener: (name: string | null) => void): void => {
    try {
      watchers.push(watch(path, (_event, name) => listener(name)).on('error', failed))
    } catch (error) {
      const code = systemErrorCode(error)
      // Not there, or none of our business: then the folders further up say when that changes.
      if (code !== 'ENOENT' && code !== 'ENOTDIR' && code !== 'EACCES') throw error
    }
  }
  // From the outside in: what is made meanwhile is seen by the watch above it, or is there when its turn comes.
  for (const path of pathsTo(dir)) {
    const name = basename(path)
    add(dirname(path), (changedName) => {
      if (changedName === null || changedName === name) pathChanged()
    })
  }
  add(dir, folderChanged)
  return watchers
}

/** `/etc/frrkit` → `/etc`, `/etc/frrkit`. */
function pathsTo(dir: string): readonly string[] {
  const above = dirname(dir)
  return above === dir ? [] : [...pathsTo(above), dir]
}

function settle(changed: () => void): { readonly event: () => void; readonly cancel: () => void } {
  let timer: NodeJS.Timeout | undefined
  let firstEvent = 0
  const fire = (): void => {
    timer = undefined
    changed()
  }
  return {
    event() {
      const now = performance.now()
      if (timer === undefined) firstEvent = now
      clearTimeout(timer)
      timer = setTimeout(fire, Math.max(0, Math.min(quietMs, firstEvent + atLatestMs - now)))
    },
    cancel: () => clearTimeout(timer),
  }
}
