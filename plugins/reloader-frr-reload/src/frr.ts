import { redactFrrText } from '@frrkit/model'
import { frrReload, vtysh } from './commands.ts'
import { type Difference, parseDifference } from './difference.ts'
import type { Places } from './places.ts'
import { type Command, type CommandResult, runCommand } from './run-command.ts'
import { writeWork } from './work-dir.ts'

/** What FRR runs: which daemons, and the text of `show running-config`. */
export type Running = { readonly daemons: readonly string[]; readonly frrConf: string }

/** What the script makes of a wanted text. The output may hold secrets. */
export type Comparison =
  | { readonly status: 'compared'; readonly difference: Difference }
  /** FRR does not know the words of the text. */
  | { readonly status: 'unreadable'; readonly output: string }
  /** The words are right, but the script fell over them. */
  | { readonly status: 'crashed'; readonly output: string }

/** What FRR's tools said, as they said it; it may hold secrets. */
export type Answer = {
  /** Whether FRR said that something is wrong. Its tools also print remarks, and their exit codes miss refusals. */
  readonly complained: boolean
  readonly output: string
}

/** The questions to one FRR, and the two ways to tell it something. All of them reject with FrrAway when nobody answers. */
export type Frr = {
  running(): Promise<Running>
  /** Whether the text can be read at all, and what is different in the running configuration. */
  compare(wanted: string, running: string): Promise<Comparison>
  /** Removes and adds lines until FRR runs the text. */
  reload(wanted: string): Promise<Answer>
  /** Adds lines in the order of the text; those that are there already do no harm. */
  load(text: string): Promise<Answer>
}

/** FRR or its tools are not there, or do not answer. */
export function frrAway(words: string): Error {
  return Object.assign(new Error(redactFrrText(words).trim()), { name: 'FrrAway' })
}

export function frrAt(places: Places, signal: AbortSignal): Frr {
  // The script refuses an empty file, and nothing is a configuration too.
  const writeWanted = (text: string): Promise<string> =>
    writeWork(places, 'frr.conf', text.trim() === '' ? '!\n' : text)
  const run = async (command: Command, within: number): Promise<CommandResult> => {
    try {
      return await runCommand(command, { within, signal })
    } catch (error) {
      if (signal.aborted) throw error
      throw frrAway(error instanceof Error ? error.message : String(error))
    }
  }
  const { answerWithin, applyWithin, workDir } = places
  let daemons: readonly string[] = []
  // mgmtd of FRR 10.7 keeps a refused line in its candidate, and then refuses everything that comes after it.
  const discardCandidate = async (): Promise<void> => {
    if (!daemons.includes('mgmtd')) return
    await run(vtysh(places, '-c', 'configure terminal file-lock', '-c', 'mgmt commit abort'), answerWithin)
  }
  // Where there is no vtysh.conf vtysh complains, as it does about a configuration; in the work folder there is one.
  const configDir = ['--config_dir', workDir]
  return {
    async running() {
      const { exitCode, stdout, stderr } = await run(
        vtysh(places, '-c', 'show daemons', '-c', 'show running-config no-header'),
        answerWithin,
      )
      if (exitCode !== 0) throw frrAway(stderr + stdout)
      const [names = '', ...lines] = stdout.split('\n')
      daemons = names.trim().split(/\s+/)
      return { daemons, frrConf: lines.join('\n') }
    },
    async compare(wanted, running) {
      const file = await writeWanted(wanted)
      const input = await writeWork(places, 'running.conf', running)
      const tested = await run(frrReload(places, '--test', '--input', input, file), applyWithin)
      if (tested.exitCode === 0) return { status: 'compared', difference: parseDifference(tested.stdout) }
      // The script stops at the first line it cannot read, and quotes it as Python; vtysh names all of them.
      const checked = await run(vtysh(places, ...configDir, '-C', '-f', file), answerWithin)
      return checked.exitCode === 0
        ? { status: 'crashed', output: tested.stderr }
        : { status: 'unreadable', output: checked.stderr }
    },
    async reload(wanted) {
      const file = await writeWanted(wanted)
      await discardCandidate()
      return answerOf(await run(frrReload(places, '--reload', file), applyWithin))
    },
    async load(text) {
      const file = await writeWork(places, 'load.conf', text)
      await discardCandidate()
      return answerOf(await run(vtysh(places, ...configDir, '-f', file), applyWithin))
    },
  }
}

// FRR 10.7 begins even "nothing had to be changed" like an error.
const complaint = /^(%(?! Configuration applied with notes:)|line \d+:)/m

function answerOf({ exitCode, stdout, stderr }: CommandResult): Answer {
  const output = `${stderr}\n${stdout}`
  if (/configuration is locked/i.test(output)) throw frrAway(output)
  return { complained: exitCode !== 0 || complaint.test(output), output }
}
