import type { CommanderError } from 'commander'
import type { ExitCode } from './io.ts'

/** Those that run until they are told to end: in the place of programs written in Go. */
const daemons: readonly (string | undefined)[] = ['run', 'webhook', 'metallb-publish']

/** `-node-name` is `--node-name` to Go, so that a manifest may write either. */
export function asGoTakesThem(words: readonly string[]): string[] {
  if (!daemons.includes(words[0])) return [...words]
  return words.map((word) => (/^-[a-z][a-z\d-]+(=|$)/.test(word) ? `-${word}` : word))
}

/**
 * 2: the command line itself is wrong, as with Go's flags. But a daemon ends with 1, as the reference does, where a flag is known
 * and its value means nothing: commands whose 1 is an answer (`diff --exit-code`) must not be taken for having answered.
 */
export function exitCodeFor({ exitCode, code }: CommanderError, command: string | undefined): ExitCode {
  if (exitCode === 0) return 0
  return code === 'commander.invalidArgument' && daemons.includes(command) ? 1 : 2
}
