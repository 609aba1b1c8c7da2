import { readFile } from 'node:fs/promises'
import { root } from './link-dependencies.ts'

export type Command = { readonly words: readonly string[]; readonly output: readonly string[] }

/** What a page of docs/ shows: files of the plugin that it is about, and commands with what they print. */
export type Page = {
  readonly files: readonly { readonly file: string; readonly text: string }[]
  readonly commands: readonly Command[]
}

export async function readPage(name: string): Promise<Page> {
  const markdown = await readFile(`${root}docs/${name}.md`, 'utf8')
  const blocks = [...markdown.matchAll(/^```(\w*) ?(.*)\n([\s\S]*?)^```$/gm)].map(
    ([, language, info = '', text = '']) => ({
      language,
      file: /^file=(\S+)$/.exec(info)?.[1],
      text,
    }),
  )
  return {
    files: blocks.flatMap(({ file, text }) => (file === undefined ? [] : [{ file, text }])),
    commands: blocks.filter(({ language }) => language === 'console').flatMap(({ text }) => commandsIn(text)),
  }
}

function commandsIn(text: string): readonly Command[] {
  return text
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [command = '', ...output] = part.trimEnd().split('\n')
      return { words: command.split(' '), output }
    })
}

/** Whether a page shows what was printed: `…` stands for any text, alone in a line for any lines. */
export function shows(shown: readonly string[], printed: string): boolean {
  const text = shown.map((line) => (line === '…' ? '(?:.*\n)*' : `${line.split('…').map(literally).join('.*')}\n`))
  return new RegExp(`^${text.join('')}$`).test(printed)
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
