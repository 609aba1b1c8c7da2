import { spawn, spawnSync } from 'node:child_process'
import { constants } from 'node:os'

/**
 * Runs a program on our terminal and answers its exit code. It gets the signals that we get; a Ctrl-C reaches it twice
 * then, once from the terminal and once from us, so it must take the second for the first.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd: string, onMessage?: (text: string) => void }} options `onMessage` gets what it wrote to descriptor 3
 * @returns {Promise<number>}
 */
export function run(program, args, { cwd, onMessage }) {
  const descriptor3 = onMessage ? 'pipe' : 'ignore'
  const child = spawn(program, args, { cwd, stdio: ['inherit', 'inherit', 'inherit', descriptor3] })
  let message = ''
  child.stdio[3]?.on('data', (bytes) => {
    message += String(bytes)
  })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal))
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      onMessage?.(message)
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]))
    })
  })
}

/**
 * Runs a step of an installation to its end.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string> }} [options]
 */
export function step(program, args, { cwd, env = {} } = {}) {
  console.log(`> ${[program, ...args].join(' ')}`)
  const { status } = spawnSync(program, args, { cwd, env: { ...process.env, ...env }, stdio: 'inherit' })
  return status === 0
}
