import { cases } from './cases.ts'
import { measure } from './measure.ts'
import { readOptions, usage } from './options.ts'
import { withFrr } from './with-frr.ts'

const words = process.argv.slice(2)
const options = readOptions(words)
if (words.includes('--help')) console.log(usage)
else if ('wrong' in options) {
  console.error(`${options.wrong}\n${usage}`)
  process.exitCode = 2
} else if (options.frr === undefined) await withoutFrr()
else await withFrr(options.frr)

async function withoutFrr(): Promise<void> {
  const name = Math.max(...cases.map((one) => one.name.length))
  console.log(`${'MiB'.padEnd(name)}  resident  target  peak  first configuration`)
  let met = 0
  for (const one of cases) {
    const { resident, peak, first } = await measure(one)
    if (resident <= one.target) met += 1
    const columns = [resident.toFixed(0).padStart(8), String(one.target).padStart(6), peak.toFixed(0).padStart(4)]
    console.log(`${one.name.padEnd(name)}  ${columns.join('  ')}  ${first.toFixed(0)} ms`)
  }
  console.log(`${met} of ${cases.length} targets met`)
}
