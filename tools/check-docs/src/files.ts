import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const root: string = fileURLToPath(new URL('../../../', import.meta.url))

/** The test of the boundaries has such files linted, for a moment, while this one may be looking. */
const passing = ':(exclude)*/boundaries-*.ts'

/** Files of the repository that match a git pathspec, those not committed yet included. */
export function files(...pathspecs: readonly string[]): readonly string[] {
  const list = ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate', '--', ...pathspecs, passing]
  const listed = execFileSync('git', list, { cwd: root, encoding: 'utf8' })
  const deleted = new Set(execFileSync('git', ['ls-files', '--deleted'], { cwd: root, encoding: 'utf8' }).split('\n'))
  return listed.split('\n').filter((file) => file !== '' && !deleted.has(file))
}

export function read(file: string): string {
  return readFileSync(`${root}${file}`, 'utf8')
}
