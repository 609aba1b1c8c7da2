import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { cases } from './cases.ts'
import { measureMemory, measureTimes } from './measure.ts'
import { table } from './table.ts'

const measures = { times: measureTimes, memory: measureMemory } as const
type What = keyof typeof measures

/** Each measurement has a process of its own, so that neither warmth nor memory of one shows in another. */
function measured<W extends What>(what: W, name: string): Awaited<ReturnType<(typeof measures)[W]>> {
  const words = [...process.execArgv, fileURLToPath(import.meta.url), what, name]
  return JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8' }))
}

const [, , what, name] = process.argv
if (what === undefined) {
  const rows = cases.map((one) => {
    process.stderr.write(`${one.name} …\n`)
    return { name: one.name, ...measured('times', one.name), peakMemory: measured('memory', one.name) }
  })
  console.log(table(rows))
} else {
  const found = cases.find((one) => one.name === name)
  if (found === undefined || !Object.hasOwn(measures, what)) throw new Error(`nothing is called ${what} ${name}`)
  console.log(JSON.stringify(await measures[what as What](found)))
}
