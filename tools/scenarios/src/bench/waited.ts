import { readdir, readFile } from 'node:fs/promises'

/** Milliseconds that the threads of processes have waited for a core since they began, though they had something to do. */
export async function waitedForCore(pids: readonly number[]): Promise<number> {
  const threads = await Promise.all(
    pids.map(async (pid) => (await readdir(`/proc/${pid}/task`)).map((thread) => `/proc/${pid}/task/${thread}`)),
  )
  const waits = await Promise.all(
    threads.flat().map(async (thread) => {
      // Nanoseconds on a core, nanoseconds in wait of one, and how often it got one.
      const [, wait = 0] = (await readFile(`${thread}/schedstat`, 'utf8').catch(nobody)).split(' ')
      return Number(wait) / 1e6
    }),
  )
  return waits.reduce((sum, wait) => sum + wait, 0)
}

/** The thread has ended in between. */
function nobody(): string {
  return ''
}
