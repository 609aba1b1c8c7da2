#!/usr/bin/env node
import { main } from './main.ts'

const onTerminal = process.stdin.isTTY && process.stdout.isTTY
process.exitCode = await main(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: process.cwd(),
  ...(onTerminal && { terminal: { input: process.stdin, output: process.stdout } }),
})
