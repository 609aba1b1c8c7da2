import { readdir } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import type { VtyPlaces } from '@frrkit/vty'

/** Those without which FRR cannot do its work here; watchfrr restarts the others. */
export const vitalDaemons = ['bfdd', 'bgpd', 'staticd', 'watchfrr', 'zebra'] as const

/** The status of a liveness answer: 200 when all of them take connections, 404 when one does not, 500 without FRR at all. */
export async function livenessOf(
  daemons: readonly string[],
  { vtyDir = '/run/frr', pathspace = '' }: VtyPlaces,
  within: number,
): Promise<{ readonly status: 200 | 404 | 500; readonly words: string }> {
  const folder = join(vtyDir, pathspace)
  try {
    await readdir(folder)
  } catch (error) {
    return { status: 500, words: `no FRR: ${String(error)}` }
  }
  const answers = await Promise.all(daemons.map((daemon) => takesConnections(join(folder, `${daemon}.vty`), within)))
  const missing = daemons.filter((_, i) => !answers[i])
  return missing.length === 0 ? { status: 200, words: 'ok' } : { status: 404, words: `missing: ${missing.join(', ')}` }
}

/** A daemon that was killed leaves its socket behind, and nobody listens on it. */
function takesConnections(path: string, within: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path)
    const end = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket.setTimeout(within, () => end(false))
    socket.on('connect', () => end(true)).on('error', () => end(false))
  })
}
