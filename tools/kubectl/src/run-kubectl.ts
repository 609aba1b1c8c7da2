import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { kubectlPath } from './paths.ts'

export type Ran = { readonly code: number | undefined; readonly stdout: string; readonly stderr: string }

export type RunOptions = {
  /** A file; it is the only configuration that this kubectl sees. */
  readonly kubeconfig: string
  readonly stdin?: string
  /** Ends it, with SIGTERM. */
  readonly signal?: AbortSignal
  /** Gets each piece of the output as it comes: for `get --watch`. */
  readonly onOutput?: (text: string) => void
}

/**
 * Runs the real kubectl to its end. It finds nothing of the person's own configuration, nor a cache: what it has seen of one
 * server does not hold for the next one on that port.
 */
export async function runKubectl(args: readonly string[], { kubeconfig, ...options }: RunOptions): Promise<Ran> {
  const cache = await mkdtemp(join(tmpdir(), 'frrkit-kubectl-'))
  const env = { ...process.env, KUBECONFIG: kubeconfig, KUBECACHEDIR: cache, LC_ALL: 'C' }
  try {
    return await run(await kubectlPath(), args, env, options)
  } finally {
    await rm(cache, { recursive: true, force: true })
  }
}

function run(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  { stdin, signal, onOutput }: Omit<RunOptions, 'kubeconfig'>,
): Promise<Ran> {
  const child = spawn(program, args, { env, ...(signal && { signal }) })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
    onOutput?.(text)
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  child.stdin.on('error', () => {}) // kubectl may end before it has read all.
  child.stdin.end(stdin)
  return new Promise<Ran>((resolve, reject) => {
    child.on('error', (error) => {
      if (error.name !== 'AbortError') reject(error)
    })
    child.on('close', (code) => resolve({ code: code ?? undefined, stdout, stderr }))
  })
}
