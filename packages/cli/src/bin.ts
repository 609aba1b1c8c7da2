#!/usr/bin/env node
import { main } from './main.ts'

// Whoever reads may have seen enough: `frrkit diff … | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

process.exitCode = await main(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: process.cwd(),
  // Where the daemon hears that it shall end; the same two signals that Kubernetes and a terminal send.
  ended: (signal) => new Promise((resolve) => process.once(signal, () => resolve(signal))),
})
