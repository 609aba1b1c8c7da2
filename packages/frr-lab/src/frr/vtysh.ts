import { type Command, exec } from '../exec.ts'
import { hidePasswords } from '../hide-passwords.ts'
import type { FrrInstall } from './install.ts'

export type Vtysh = (...args: readonly string[]) => Promise<string>

/** vtysh for one pathspace: what it prints on stdout. Throws, with its words, when it ends with an error. */
export function vtyshFor(install: FrrInstall, pathspace: string): Vtysh {
  return async (...args) => {
    const command: Command = [install.vtysh, '-N', pathspace, ...args]
    // Otherwise every run adds its commands to ~/.history_frr of whoever runs the tests.
    const { stdout } = await exec(command, { env: { VTYSH_HISTFILE: '/dev/null' } })
    return stdout
  }
}

/** Parses the answer to a `show … json`. Some complaints of FRR come with exit code 0 and without JSON: those are thrown. */
export function parseShow(command: string, answer: string): unknown {
  try {
    return JSON.parse(answer)
  } catch (cause) {
    throw new Error(`"${command}" was not answered by JSON: ${hidePasswords(answer.trim()) || '(nothing)'}`, { cause })
  }
}
