import { spawn } from 'node:child_process'
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

/** Runs the real kubectl to its end. It finds nothing of the person's own configuration, nor of their cache. */
export async function runKubectl(args: readonly string[], options: RunOptions): Promise<Ran> {
  const { kubeconfig, stdin, signal, onOutput } = options
  const env = { ...process.env, KUBECONFIG: kubeconfig, KUBECACHEDIR: `${kubeconfig}.cache`, LC_ALL: 'C' }
  const child = spawn(await kubectlPath(), args, { env, ...(signal && { signal }) })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
    onOutput?.(text)
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  child.stdin.end(stdin)
  return await new Promise<Ran>((resolve, reject) => {
    child.on('error', (error) => {
      if (error.name !== 'AbortError') reject(error)
    })
    child.on('close', (code) => resolve({ code: code ?? undefined, stdout, stderr }))
  })
}
