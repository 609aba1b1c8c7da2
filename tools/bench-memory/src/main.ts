import { cases } from './cases.ts'
import { measure } from './measure.ts'

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
