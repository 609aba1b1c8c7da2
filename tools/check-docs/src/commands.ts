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

/** Whether a text is what a page says: `…` alone in a line stands for any lines, elsewhere for any text in its line. */
export function isAsShown(shown: readonly string[], printed: readonly string[]): boolean {
  const pattern = shown.map((line) => (line.trim() === '…' ? '(?:.*\n)*?' : `${lineOf(line)}\n`)).join('')
  return new RegExp(`^${pattern}$`).test(printed.map((line) => `${line.trimEnd()}\n`).join(''))
}

function lineOf(line: string): string {
  return line
    .trimEnd()
    .split('…')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*')
}
