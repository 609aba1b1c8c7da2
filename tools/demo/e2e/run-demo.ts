import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))

export type DemoRun = {
  readonly pid: number
  readonly child: ChildProcess
  /** Resolves once the text has been printed; rejects when the demo ends without it. */
  printed(text: string): Promise<void>
  ended(): Promise<{ readonly code: number | null; readonly output: string }>
}

/** The demo as a process of its own, as `npm start` runs it; without a terminal. */
export function runDemo(): DemoRun {
  const child = spawn(process.execPath, ['--conditions=@frrkit/source', main], {
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (bytes) => {
      output += String(bytes)
    })
  }
  const closed = once(child, 'close')
  if (child.pid === undefined) throw new Error('the demo did not start')
  return {
    pid: child.pid,
    child,
    printed: (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (output.includes(text)) resolve()
        }
        child.stdout.on('data', look)
        child.once('close', () => reject(new Error(`the demo ended without "${text}":\n${output}`)))
      }),
    async ended() {
      const [code] = await closed
      return { code, output }
    },
  }
}
