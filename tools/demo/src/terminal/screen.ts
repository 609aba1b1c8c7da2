import { bold, dim } from './paint.ts'

/** Where the demo writes. */
export type Screen = {
  /** Opens a scene: what happens, and one sentence on why it matters. */
  scene(title: string, why: string): void
  /** Lines that stay. */
  print(...lines: readonly string[]): void
  /** Shows that something goes on while `work` runs; on a terminal in one line that moves, elsewhere now and then. */
  during<T>(what: () => string, work: Promise<T>): Promise<T>
}

export type Output = { readonly isTTY?: boolean; write(text: string): unknown }

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']

export function createScreen(output: Output): Screen {
  let scenes = 0
  let moving = ''
  const clear = (): void => {
    if (moving !== '') output.write('\r\u001b[2K')
  }
  const print = (...lines: readonly string[]): void => {
    clear()
    for (const line of lines) output.write(line === '' ? '\n' : `  ${line}\n`)
    if (moving !== '') output.write(moving)
  }
  return {
    print,
    scene(title, why) {
      scenes++
      output.write(`\n${bold(`${scenes}  ${title}`)}\n`)
      print(dim(why), '')
    },
    async during(what, work) {
      const began = performance.now()
      let ticks = 0
      const tick = (): void => {
        const seconds = ((performance.now() - began) / 1000).toFixed(1)
        ticks++
        if (output.isTTY) {
          clear()
          moving = dim(`  ${frames[ticks % frames.length]} ${what()} ${seconds} s`)
          output.write(moving)
        } else if (ticks % 30 === 0) print(`… ${what()} ${seconds} s`)
      }
      const timer = setInterval(tick, 100)
      try {
        return await work
      } finally {
        clearInterval(timer)
        clear()
        moving = ''
      }
    },
  }
}
