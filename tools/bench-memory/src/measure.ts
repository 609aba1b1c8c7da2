import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Case } from './cases.ts'
import { startCluster } from './cluster.ts'
import { type Look, startDaemon } from './daemon-process.ts'

/** Memory at rest, and milliseconds from the start of the process to the first configuration. */
export type Measured = Look & { readonly first: number }

/** Milliseconds; the daemon collects what starting left behind after ten seconds. */
export const settled = 14_000

/** Starts the built daemon beside an API server with these objects, without an FRR, and looks at its memory. */
export async function measure(one: Case): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'frrkit-bench-'))
  const { kubeconfig, stop } = await startCluster(one)
  const confFile = join(folder, 'frr.conf')
  const daemon = await startDaemon({ kubeconfig, confFile, vtyDir: join(folder, 'nothing') })
  try {
    const [first] = await Promise.all([daemon.logged(/configuration built/), sleep(settled)])
    return { ...(await daemon.look()), first }
  } finally {
    await daemon.end()
    await stop()
    await rm(folder, { recursive: true })
  }
}
