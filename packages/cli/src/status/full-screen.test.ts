import { expect, test } from 'vitest'
import { openFullScreen } from './full-screen.ts'

/** What a terminal gets, with ESC written as ^. */
function terminal(rows: number) {
  let text = ''
  return {
    sink: { columns: 20, rows, isTTY: true, write: (more: string) => (text += more) },
    written: () => text.replaceAll('\u001b', '^'),
  }
}

test('frames are written over each other, and the terminal comes back as it was', () => {
  const { sink, written } = terminal(5)
  const screen = openFullScreen(sink)
  screen.show(['a', 'b'])
  screen.show(['c'])
  screen.leave()
  expect(written()).toBe('^[?1049h^[?25l^[Ha^[K\r\nb^[K^[J^[Hc^[K^[J^[?25h^[?1049l')
})

test('what does not fit is counted: a window that scrolled would show the end only', () => {
  const { sink, written } = terminal(3)
  openFullScreen(sink).show(['a', 'b', 'c', 'd'])
  expect(written()).toContain('^[Ha^[K\r\nb^[K\r\n... 2 more lines, s…^[K^[J')
})
