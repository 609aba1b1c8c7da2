import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { readCases } from './read-cases.ts'

type Answering<Case> = {
  /** The npm script, for the message about its usage. */
  readonly script: string
  readonly fields: readonly (keyof Case & string)[]
  readonly answer: (given: Case) => object
}

/** The command: cases in, answers out, one a line and in the same order. */
export async function answerFile<Case extends { readonly id: unknown }>({
  script,
  fields,
  answer,
}: Answering<Case>): Promise<void> {
  const { values } = parseArgs({ options: { in: { type: 'string' }, out: { type: 'string' } } })
  if (values.in === undefined || values.out === undefined) {
    console.error(`usage: npm run -s ${script} -- --in CASES.ndjson[.gz] --out ANSWERS.ndjson`)
    process.exit(2)
  }
  const file = values.in
  let count = 0
  async function* answers(): AsyncGenerator<string> {
    for await (const given of readCases<Case>(file, fields)) {
      count++
      yield `${JSON.stringify(answered(given))}\n`
    }
  }
  /** A bug of ours in one case is told, and costs that one. */
  function answered(given: Case & { readonly id: unknown }): object {
    try {
      return answer(given)
    } catch (error) {
      process.exitCode = 1
      console.error(error)
      return { id: given.id, ok: false, problems: [`BUG: ${error instanceof Error ? error.message : String(error)}`] }
    }
  }
  const started = performance.now()
  await pipeline(Readable.from(answers()), createWriteStream(values.out))
  const seconds = (performance.now() - started) / 1000
  console.error(`${count} cases in ${seconds.toFixed(1)} s, ${Math.round(count / seconds)} a second`)
}
