#!/usr/bin/env node
import { keepHeapSmall } from './keep-heap-small.ts'

const words = process.argv.slice(2)
if (words[0] === 'run' || words[0] === 'metallb-publish') keepHeapSmall()

// Whoever reads may have seen enough: `frrkit diff … | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

// Loaded only now: a tenth of the heap is the garbage of loading.
const { main } = await import('./main.ts')
process.exitCode = await main(words, {
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: process.cwd(),
  // Where the daemon hears that it shall end; the same two signals that Kubernetes and a terminal send.
  ended: (signal) => new Promise((resolve) => process.once(signal, () => resolve(signal))),
})
