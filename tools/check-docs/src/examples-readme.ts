import { blocksOf } from './blocks.ts'
import { commandsOf } from './commands.ts'

/** A command that a README shows, and what it says the command prints. */
export type Shown = {
  readonly command: string
  readonly prints: readonly string[]
  /** The README ends it with Ctrl-C, after it has printed all that. */
  readonly interrupted: boolean
}

/** The commands of all blocks that are marked as `shell-session`, in their order: lines after `$ `, and what follows them. */
export function shownCommands(readme: string): readonly Shown[] {
  const blocks = blocksOf(readme).filter(({ language }) => language === 'shell-session')
  return blocks.flatMap(commandsOf).map(({ text, output }) => {
    const interrupted = output.at(-1) === '^C'
    return { command: text, prints: interrupted ? output.slice(0, -1) : output, interrupted }
  })
}
