/** A command that a README shows, and what it says the command prints. */
export type Shown = {
  readonly command: string
  /** A line that is `…` alone stands for any lines. */
  readonly prints: readonly string[]
  /** The README ends it with Ctrl-C, after it has printed all that. */
  readonly interrupted: boolean
}

/** The commands of all blocks that are marked as `shell-session`, in their order: lines after `$ `, and what follows them. */
export function shownCommands(readme: string): readonly Shown[] {
  const blocks = [...readme.matchAll(/^```shell-session\n([\s\S]*?)^```$/gm)].map(([, block]) => block ?? '')
  return blocks.flatMap((block) => block.split(/^\$ /m).slice(1)).map(shown)
}

function shown(text: string): Shown {
  const [command = '', ...lines] = text.trimEnd().split('\n')
  const interrupted = lines.at(-1) === '^C'
  return { command, prints: interrupted ? lines.slice(0, -1) : lines, interrupted }
}

/** Whether that is what was printed, as a pattern, for `expect(…).toMatch`. */
export function asPattern(lines: readonly string[]): RegExp {
  const source = lines
    .map((line) => (line === '…' ? '(?:.*\\n)*?' : `${line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\n`))
    .join('')
  return new RegExp(`^${source}$`)
}
