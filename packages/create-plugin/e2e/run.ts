import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

export type Ran = { readonly code: number; readonly stdout: string; readonly stderr: string }

/** Runs a script with the Node of this repository, on the sources of its packages. */
export async function run(folder: string, script: string, ...words: readonly string[]): Promise<Ran> {
  const ran = promisify(execFile)(process.execPath, ['--conditions=@frrkit/source', script, ...words], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, VITEST: undefined },
  })
  return ran.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code: Number(code), stdout: String(stdout), stderr: String(stderr) }),
  )
}
