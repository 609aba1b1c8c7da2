import { parseArgs } from 'node:util'
import { type Failure, runFuzz, type Tally } from './run-fuzz.ts'
import { createSyntaxCheck } from './vtysh.ts'
import { writeWorld } from './write-world.ts'

const { values } = parseArgs({ options: { cases: { type: 'string' }, seed: { type: 'string' } } })
const cases = wholeNumber('--cases', values.cases ?? '1000')
const seed = values.seed === undefined ? Math.trunc(Math.random() * 2 ** 31) : wholeNumber('--seed', values.seed)

const vtysh = createSyntaxCheck()
const started = performance.now()
try {
  const { tally, failure } = runFuzz({ cases, seed, vtysh: vtysh.check, progress: progressOn(process.stderr) })
  process.stderr.write('\n')
  console.log(`${summary(tally)}, seed ${seed}`)
  console.log(codesOf(tally))
  if (failure !== undefined) {
    console.log(describe(failure))
    process.exitCode = 1
  }
} finally {
  vtysh.close()
}

function wholeNumber(option: string, text: string): number {
  if (/^\d{1,9}$|^1\d{9}$|^20\d{8}$/.test(text)) return Number(text)
  console.error(`${option} is a whole number, such as ${option} 10000`)
  process.exit(2)
}

function summary({ cases: done, accepted }: Tally): string {
  const seconds = (performance.now() - started) / 1000
  const share = Math.round((100 * accepted) / Math.max(1, done))
  return `${done} cases in ${seconds.toFixed(0)} s, ${accepted} accepted (${share} %)`
}

function codesOf({ codes }: Tally): string {
  const sorted = [...codes].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `problems seen: ${sorted.map(([code, worlds]) => `${code} ${worlds}`).join(', ')}`
}

/** One line that is written over, or in a log a line now and then. */
function progressOn(stream: NodeJS.WriteStream): (tally: Tally) => void {
  let last = 0
  return (tally) => {
    const now = performance.now()
    if (now - last < (stream.isTTY ? 500 : 10_000)) return
    last = now
    stream.write(stream.isTTY ? `\r${summary(tally)} of ${cases} ` : `${summary(tally)} of ${cases}\n`)
  }
}

function describe({ check, says, trial }: Failure): string {
  return [
    '',
    `FAILED: ${check}: ${says}`,
    `again: npm run fuzz -- --cases ${cases} --seed ${seed}`,
    'The smallest world found that fails:',
    writeWorld(trial),
  ].join('\n')
}
