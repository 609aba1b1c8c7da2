import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { read, root } from './files.ts'

/** `frrkit diff --dir a` in a command, whatever stands before it. */
type Call = { readonly subcommand: string; readonly flags: readonly string[] }

export function callsOf(command: string): readonly Call[] {
  const joined = command.replaceAll('\\\n', ' ').replace(/ #.*$/, '')
  return [...joined.matchAll(/(?:^|[ (])frrkit (?:-- )?([a-z][a-z-]*)([^|;&)]*)/g)].map(
    ([, subcommand = '', rest = '']) => ({
      subcommand,
      flags: [...rest.matchAll(/ (--[a-z][a-z-]*)/g)].map(([, flag = '']) => flag),
    }),
  )
}

/** Scripts of `npm run x` in a command that the root's package.json does not have; `-w` asks another package. */
export function unknownScripts(command: string): readonly string[] {
  if (/ -w | --prefix /.test(command)) return []
  const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: object }
  const asked = [...command.matchAll(/npm run (?:-s )?([a-z0-9:-]+)/g)].map(([, script = '']) => script)
  return asked.filter((script) => !Object.hasOwn(scripts, script))
}

/** What `frrkit <subcommand> --help` does not know of a call. */
export async function unknownWords({ subcommand, flags }: Call): Promise<readonly string[]> {
  const words = ['--conditions=@frrkit/source', 'packages/cli/src/bin.ts', subcommand, '--help']
  const help = await promisify(execFile)(process.execPath, words, { cwd: root }).catch(() => undefined)
  if (help === undefined) return [subcommand]
  return flags.filter((flag) => !new RegExp(`${flag}\\b(?!-)`).test(help.stdout))
}
