import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { createScreen } from './screen.ts'

function record(isTTY: boolean): { readonly written: string[]; readonly output: Parameters<typeof createScreen>[0] } {
  const written: string[] = []
  return { written, output: { isTTY, write: (text) => written.push(text) } }
}

test('scenes are numbered, lines are indented, empty ones stay empty', () => {
  const { written, output } = record(false)
  const screen = createScreen(output)
  screen.scene('Objects', 'who asks for what')
  screen.print('one', '')
  screen.scene('Merge', 'what they mean')
  expect(stripVTControlCharacters(written.join(''))).toBe(
    '\n1  Objects\n  who asks for what\n\n  one\n\n\n2  Merge\n  what they mean\n\n',
  )
})

test('what moves on a terminal is gone when the work is done', async () => {
  const { written, output } = record(true)
  await createScreen(output).during(
    () => 'waiting',
    new Promise<void>((resolve) => {
      const poll = setInterval(() => {
        if (!written.some((text) => text.includes('waiting'))) return
        clearInterval(poll)
        resolve()
      }, 5)
    }),
  )
  expect(written.at(-1)).toBe('\r\u001b[2K')
})

test('what fails during the wait passes through', async () => {
  const { output } = record(false)
  await expect(createScreen(output).during(() => 'waiting', Promise.reject(new Error('gone')))).rejects.toThrow('gone')
})
