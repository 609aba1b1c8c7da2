import { Bench } from 'tinybench'
import type { Case } from './cases.ts'

/** Milliseconds. */
export type Times = { readonly runs: number; readonly median: number; readonly p99: number }

/** How long one run takes, by many. */
export async function measureTimes({ name, prepare }: Case): Promise<Times> {
  const run = await prepare()
  const bench = new Bench({ time: 2_000, iterations: 7, warmupTime: 500, warmupIterations: 2 }).add(name, run)
  await bench.run()
  const { result } = bench.tasks[0] ?? {}
  if (result?.state !== 'completed') throw new Error(`${name} did not complete: ${JSON.stringify(result)}`)
  return { runs: result.latency.samplesCount, median: result.latency.p50, p99: result.latency.p99 }
}

/**
 * MiB of resident memory at the highest point of a process that does it once, its preparation included. After many runs
 * the peak would tell only how late a machine with much memory collects garbage.
 */
export async function measureMemory({ prepare }: Case): Promise<number> {
  const run = await prepare()
  await run()
  return process.resourceUsage().maxRSS / 1024
}
