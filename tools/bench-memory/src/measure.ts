import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createApiServer } from '@frrkit/testing/api-server'
import { type Case, fill, namespace, nodeName } from './cases.ts'

/** MiB, and milliseconds from the start of the process to the first configuration. */
export type Measured = { readonly resident: number; readonly peak: number; readonly first: number }

const bin = fileURLToPath(new URL('../../../packages/cli/dist/bin.js', import.meta.url))
/** Milliseconds; the daemon collects what starting left behind after ten seconds. */
const settled = 14_000

/** Starts the built daemon beside an API server with these objects, without an FRR, and looks at its memory. */
export async function measure(one: Case): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'frrkit-bench-'))
  const server = await createApiServer({ namespaces: [namespace] })
  fill(server, one)
  const flags = {
    namespace,
    kubeconfig: server.kubeconfigPath,
    'node-name': nodeName,
    'frr-conf': join(folder, 'frr.conf'),
    'vty-dir': join(folder, 'nothing'),
    'health-probe-bind-address': '127.0.0.1:0',
    'metrics-bind-address': '127.0.0.1:0',
    output: 'json',
  }
  const words = Object.entries(flags).map(([name, value]) => `--${name}=${value}`)
  const began = performance.now()
  const daemon = spawn(process.execPath, [bin, 'run', ...words], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(daemon, 'exit')
  try {
    let first: number | undefined
    createInterface({ input: daemon.stdout }).on('line', (line) => {
      if (line.includes('configuration built')) first ??= performance.now() - began
    })
    await Promise.race([sleep(settled), ended])
    if (first === undefined || daemon.exitCode !== null) throw new Error('the daemon built no configuration')
    const status = await readFile(`/proc/${daemon.pid}/status`, 'utf8')
    return { resident: mebibytes(status, 'VmRSS'), peak: mebibytes(status, 'VmHWM'), first }
  } finally {
    daemon.kill('SIGTERM')
    await ended
    await server.close()
    await rm(folder, { recursive: true })
  }
}

function mebibytes(status: string, field: string): number {
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) / 1_024
}
