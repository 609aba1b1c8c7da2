import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { answer } from './answer.ts'
import { readCases } from './read-cases.ts'

const usage = 'usage: npm run -s conformance -- --in CASES.ndjson[.gz] --out ANSWERS.ndjson'

const { values } = parseArgs({ options: { in: { type: 'string' }, out: { type: 'string' } } })
if (values.in === undefined || values.out === undefined) {
  console.error(usage)
  process.exit(2)
}

let count = 0
async function* answers(file: string): AsyncGenerator<string> {
  for await (const given of readCases(file)) {
    count++
    yield `${JSON.stringify(answer(given))}\n`
  }
}

const started = performance.now()
await pipeline(Readable.from(answers(values.in)), createWriteStream(values.out))
const seconds = (performance.now() - started) / 1000
console.error(`${count} cases in ${seconds.toFixed(1)} s, ${Math.round(count / seconds)} a second`)
