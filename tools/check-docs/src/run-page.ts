import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Block } from './blocks.ts'
import { asPattern, type Command, commandsOf } from './commands.ts'
import { root } from './files.ts'
import { startApiServer } from './start-api-server.ts'
import { writeFrrkit } from './write-frrkit.ts'

/** A command, what the page shows of it, and what came of it: equal where the page is right. */
export type Ran = { readonly command: string; readonly shown: string; readonly printed: string }

/**
 * Runs the commands of a page one after the other, in one shell and one folder of its own, where the files that the page shows
 * are written as they come. `$?` is that of the command before. A command that prints something else than the page shows is
 * told; so is one that fails, unless the page asks for its `$?`.
 */
export async function runPage(blocks: readonly Block[]): Promise<readonly Ran[]> {
  const folder = await mkdtemp(join(tmpdir(), 'frrkit-docs-'))
  const server = blocks.some(({ words }) => words.with === 'api-server') ? await startApiServer() : undefined
  try {
    await writeFrrkit(join(folder, '.bin'))
    const steps = blocks.flatMap(stepsOf)
    const printed = await runShell(steps.map(({ script }, i) => marked(script, i)).join(''), folder, server?.env ?? {})
    return steps.flatMap(({ command }, i) =>
      command === undefined ? [] : [ranOf(command, steps[i + 1]?.command, resultOf(printed, i))],
    )
  } finally {
    await server?.close()
    await rm(folder, { recursive: true, force: true })
  }
}

type Step = { readonly script: string; readonly command?: Command }

function stepsOf(block: Block): readonly Step[] {
  const { file, in: place, 'not-run': notRun } = block.words
  if (file !== undefined) {
    const text = [`mkdir -p "$(dirname '${file}')"`, `cat > '${file}' <<'END OF FILE'`, ...block.lines, 'END OF FILE']
    return [{ script: text.join('\n') }]
  }
  if (block.language !== 'console' || notRun !== undefined) return []
  return commandsOf(block).map((command) => ({
    script:
      place === 'repository'
        ? `cd '${root}'\n(exit $rc)\n${command.text}\nrc=$?; cd - >/dev/null; (exit $rc)`
        : command.text,
    command,
  }))
}

const mark = '\u001e'

function marked(script: string, i: number): string {
  return `printf '\\n${mark}${i}\\n'\n(exit $rc)\n${script}\nrc=$?\nprintf '\\n${mark}${i} %d\\n' $rc\n`
}

function resultOf(printed: string, i: number): { readonly lines: readonly string[]; readonly code: number } {
  const [, text = '', code = 'none'] =
    new RegExp(`\\n${mark}${i}\\n([^]*?)\\n?\\n${mark}${i} (\\d+)\\n`).exec(printed) ?? []
  return { lines: text === '' ? [] : text.split('\n'), code: Number(code) }
}

function ranOf(command: Command, next: Command | undefined, { lines, code }: ReturnType<typeof resultOf>): Ran {
  const asked = next?.text === 'echo $?'
  const ended = code === 0 || asked ? '' : `\n(exit code ${code})`
  // A page may leave out what a command prints, and says so by showing nothing.
  const fits =
    command.output.length === 0
      ? ended === ''
      : asPattern(command.output).test(lines.map((line) => `${line}\n`).join(''))
  const shown = command.output.join('\n')
  return { command: command.text, shown, printed: fits && ended === '' ? shown : `${lines.join('\n')}${ended}` }
}

/** What is at home on this machine, a kubeconfig for example, is none of a page's business. */
async function runShell(script: string, folder: string, more: Readonly<Record<string, string>>): Promise<string> {
  const path = [join(folder, '.bin'), `${root}node_modules/.bin`, more.PATH, process.env.PATH].join(':')
  // Node keeps here what it has compiled, for the next command.
  const home = {
    NODE_COMPILE_CACHE: `${root}node_modules/.cache/frrkit-docs`,
    HOME: folder,
    KUBECONFIG: join(folder, 'no-kubeconfig'),
    NO_COLOR: '1',
    LC_ALL: 'C.UTF-8',
  }
  const env = { ...process.env, FORCE_COLOR: undefined, NODE_OPTIONS: undefined, ...home, ...more, PATH: path }
  const file = join(folder, '.bin/page.sh')
  await writeFile(file, `exec 2>&1 </dev/null\nrc=0\n${script}`)
  const shell = spawn('bash', [file], { cwd: folder, env })
  let printed = ''
  shell.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text
  })
  return new Promise((resolve, reject) => {
    shell.on('error', reject)
    shell.on('close', () => resolve(printed))
  })
}
