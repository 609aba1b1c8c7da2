import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { helmPath } from '@frrkit/kubectl'

export const chart: string = fileURLToPath(new URL('../chart', import.meta.url))

/** Runs the real helm, which sees neither the person's own settings nor what an earlier run has kept. */
export async function helm(args: readonly string[], kubeconfig = '/dev/null'): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'frrkit-helm-'))
  const env = {
    ...process.env,
    KUBECONFIG: kubeconfig,
    HELM_CACHE_HOME: home,
    HELM_CONFIG_HOME: home,
    HELM_DATA_HOME: home,
  }
  try {
    const { stdout } = await promisify(execFile)(await helmPath(), args, { env, maxBuffer: 100_000_000 })
    return stdout
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}
