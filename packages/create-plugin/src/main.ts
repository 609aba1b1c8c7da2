import { relative, resolve } from 'node:path'
import { Argument, Command, CommanderError } from 'commander'
import { ask, type Terminal } from './ask.ts'
import { type Mistake, type PluginRole, parseName, roles } from './plugin-name.ts'
import { scaffold } from './scaffold.ts'

export type Io = {
  readonly stdout: { write(text: string): unknown }
  readonly stderr: { write(text: string): unknown }
  readonly cwd: string
  /** Somebody who can be asked; absent in a script. */
  readonly terminal?: Terminal
}

/** 0 written, 1 not written, 2 the command line itself is wrong. */
export type ExitCode = 0 | 1 | 2

const help = `
The plugin is written with its tests, among them the conformance suite of its contract, and installs, compiles, passes its
tests and is loaded by frrkit as it is. Without a role or a name, on a terminal, you are asked.

Roles:
  target      writes a part of frr.conf
  source      reads objects from somewhere: files, an API
  translator  makes FRRConfigurations of objects of a kind of your own

Examples:
  $ npm create @frrkit/plugin target @acme/target-blackhole
  $ npm create @frrkit/plugin source source-inventory -- --dir ./inventory`

/** The command line, from its words to an exit code. */
export async function main(words: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = 0
  const program = new Command('npm create @frrkit/plugin')
    .usage('[role] [name] [options]')
    .description('Writes a new plugin for frrkit into a folder of its own.')
    .addArgument(new Argument('[role]', 'what it does').choices(Object.keys(roles)))
    .argument('[name]', 'its package, with or without a scope')
    .option(
      '--dir <folder>',
      'the folder to write; it must be empty, or not there (default: the name without its scope)',
    )
    .addHelpText('after', help)
    .showHelpAfterError('(--help shows how)')
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text) })
    .action(async (role: PluginRole | undefined, name: string | undefined, { dir }: { readonly dir?: string }) => {
      code = await create({ role, name, dir }, io)
    })
  try {
    await program.parseAsync([...words], { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    throw error
  }
  return code
}

type Asked = {
  readonly role: PluginRole | undefined
  readonly name: string | undefined
  readonly dir: string | undefined
}

async function create({ dir, ...said }: Asked, io: Io): Promise<ExitCode> {
  const known = complete(said) ?? (io.terminal === undefined ? undefined : await ask(said, io.terminal))
  if (known === undefined) {
    return complain(
      { reason: 'what shall be written?', help: 'npm create @frrkit/plugin target @acme/target-blackhole' },
      2,
      io,
    )
  }
  const named = parseName(known.role, known.name)
  if (!named.ok) return complain(named, 2, io)
  const folder = resolve(io.cwd, dir ?? named.value.plugin)
  const shown = relative(io.cwd, folder) || '.'
  const written = await scaffold({ role: known.role, name: named.value, folder })
  if (!written.ok) return complain({ ...written, reason: written.reason.replace(folder, shown) }, 1, io)
  io.stdout.write(`${report(shown, written.files)}\n`)
  return 0
}

function complete({
  role,
  name,
}: Omit<Asked, 'dir'>): { readonly role: PluginRole; readonly name: string } | undefined {
  return role === undefined || name === undefined ? undefined : { role, name }
}

function report(folder: string, files: readonly string[]): string {
  return [
    `${folder}:`,
    ...files.map((file) => `  ${file}`),
    '',
    'Next:',
    ...(folder === '.' ? [] : [`  cd ${folder}`]),
    '  npm install',
    '  npm test         # its own tests, and the suite of its contract',
    '  npm run preview  # what it does to the objects in example/',
  ].join('\n')
}

function complain({ reason, help: wayOut }: Mistake, code: ExitCode, io: Io): ExitCode {
  io.stderr.write(`error: ${reason}\nhelp: ${wayOut}\n`)
  return code
}
