import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Runs a program to its end and answers with what it printed; throws with all its words when it fails. */
export async function run(
  program: string,
  words: readonly string[],
  { cwd, env = process.env }: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
): Promise<string> {
  const running = promisify(execFile)(program, words, {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return running.then(
    ({ stdout }) => stdout,
    ({ message, stdout, stderr }) => {
      throw new Error([`${program} in ${cwd}: ${message}`, stdout, stderr].join('\n'))
    },
  )
}
