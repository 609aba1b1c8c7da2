import type { Block } from './blocks.ts'

export type Command = {
  /** As a shell takes it; several lines where lines end in a backslash. */
  readonly text: string
  readonly output: readonly string[]
}

/** The commands of a console block, each with what the page says that it prints. */
export function commandsOf({ lines }: Block): readonly Command[] {
  const commands: { text: string; output: string[] }[] = []
  for (const line of lines) {
    const last = commands.at(-1)
    if (line.startsWith('$ ')) commands.push({ text: line.slice(2), output: [] })
    else if (last === undefined) throw new Error(`a console block begins with "$ ", not with: ${line}`)
    else if (last.output.length === 0 && last.text.endsWith('\\')) last.text += `\n${line}`
    else last.output.push(line)
  }
  return commands
}

/** What a page shows, as a pattern of what is printed: `…` alone in a line stands for any lines, elsewhere for any text in its line. */
export function asPattern(shown: readonly string[]): RegExp {
  const lines = shown.map((line) => (line.trim() === '…' ? '(?:.*\n)*?' : `${lineOf(line)} *\n`))
  return new RegExp(`^${lines.join('')}$`)
}

function lineOf(line: string): string {
  const parts = line.trimEnd().split('…')
  return parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')
}
