import { rmSync } from 'node:fs'
import { cp, mkdtemp } from 'node:fs/promises'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { canRunLab } from '@frrkit/frr-lab'
import { demo } from './demo.ts'
import { openLab } from './start-lab.ts'
import { bold, green, red } from './terminal/paint.ts'
import { createScreen } from './terminal/screen.ts'

const quickstart = fileURLToPath(new URL('../../../docs/examples/quickstart', import.meta.url))

/** Plays the demo and cleans up after it, however it ends; answers the exit code. */
async function main(): Promise<number> {
  const began = performance.now()
  const ended = new AbortController()
  let endedBy: 'SIGHUP' | 'SIGINT' | 'SIGTERM' | undefined
  for (const name of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) {
    // For the first one only, but listening for all of them: Ctrl-C in a terminal reaches us directly and once more through
    // npm, and cleaning up must not be interrupted.
    process.on(name, () => {
      endedBy ??= name
      ended.abort(new Error(`ended by ${endedBy}`))
    })
  }
  // Whoever reads us is gone (`npm start | head`): nothing to show any more, but still something to clean up.
  process.stdout.on('error', (error) => ended.abort(error))

  const verdict = await canRunLab()
  if (!verdict.ok) {
    console.error(`the demo cannot run here: ${verdict.reason}\nhelp: ${verdict.fix}`)
    return 1
  }
  const screen = createScreen(process.stdout)
  screen.print('', bold('frrkit: from files to BGP routes, with a real FRR and a real neighbor'))

  const scratch = await mkdtemp(join(tmpdir(), `frrkit-demo-${process.pid}-`))
  process.on('exit', () => rmSync(scratch, { recursive: true, force: true }))
  await cp(quickstart, join(scratch, 'quickstart'), { recursive: true })
  // So that problems name the files as we do here, not by the way to a folder of no interest.
  process.chdir(scratch)

  const lab = await openLab()
  try {
    await demo({ lab, dir: 'quickstart', screen, signal: ended.signal })
  } catch (error) {
    // Ctrl-C also ends the commands that run in that moment; their end may be seen before the signal is.
    await setImmediate()
    if (endedBy === undefined) {
      screen.print('', red(`the demo did not succeed: ${error instanceof Error ? error.message : String(error)}`))
      return 1
    }
    screen.print('', red(`ended by ${endedBy}: cleaning up`))
    return 128 + constants.signals[endedBy]
  } finally {
    await lab.stop()
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  screen.print('', green(`Done in ${seconds} s, and everything is cleaned up: namespaces, FRRs, files.`), '')
  return 0
}

process.exitCode = await main()
