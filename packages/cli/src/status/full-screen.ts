import type { Sink } from '../io.ts'
import { cut } from './layout.ts'

/** A terminal's whole window, written over and over in place; what stood there before comes back at the end. */
export type FullScreen = {
  /** Lines must not be longer. */
  readonly width: number
  /** More lines are counted, and not shown. */
  readonly height: number
  show(lines: readonly string[]): void
  leave(): void
}

const alternateScreen = { on: '\u001b[?1049h', off: '\u001b[?1049l' }
const cursor = { hide: '\u001b[?25l', show: '\u001b[?25h', home: '\u001b[H' }
const clear = { restOfLine: '\u001b[K', below: '\u001b[J' }

export function openFullScreen(terminal: Sink): FullScreen {
  const width = (): number => terminal.columns ?? 80
  const height = (): number => terminal.rows ?? 24
  terminal.write(alternateScreen.on + cursor.hide)
  return {
    get width() {
      return width()
    },
    get height() {
      return height()
    },
    show(lines) {
      // Written over, not cleared first: an empty window between two frames would flicker.
      const shown = fit(lines, height(), width()).map((line) => line + clear.restOfLine)
      terminal.write(cursor.home + shown.join('\r\n') + clear.below)
    },
    leave: () => terminal.write(cursor.show + alternateScreen.off),
  }
}

function fit(lines: readonly string[], rows: number, width: number): readonly string[] {
  if (lines.length <= rows) return lines
  const shown = lines.slice(0, Math.max(0, rows - 1))
  return [...shown, cut(`... ${lines.length - shown.length} more lines, see frrkit status --once`, width)]
}
