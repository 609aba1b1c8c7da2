import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type Frr, waitFor } from '@frrkit/frr-lab'

const bin = fileURLToPath(new URL('../../../packages/cli/src/bin.ts', import.meta.url))

export type RunningFrrkit = {
  /** Waits until the log says so. */
  readonly says: (words: RegExp) => Promise<void>
  readonly stop: () => Promise<void>
}

/** The ready-made daemon with this plugin in its config file, as an operator starts it. */
export async function runFrrkit(
  frr: Frr,
  { file, plugins: more }: { readonly file: string; readonly plugins: object },
  ...words: readonly string[]
): Promise<RunningFrrkit> {
  const { configFile: confFile, pathspace, install } = frr
  const reloader = { confFile, pathspace, vtyDir: install.stateDirectory, fallback: false }
  const targets = { 'target-zebra': {}, 'target-bgpd': {}, '@frrkit/target-staticd': {} }
  const plugins = { ...more, ...targets, 'reloader-vty': reloader, 'status-log': {} }
  await writeFile(file, JSON.stringify({ plugins }))
  const command = ['--conditions=@frrkit/source', bin, 'run', '--output', 'text', '--config', file, ...words]
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] })
  let log = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (log += text.toString()))
  return {
    async says(pattern) {
      await waitFor(
        `frrkit to say ${pattern}`,
        async () => {
          if (child.exitCode !== null) throw new Error(`frrkit ended: ${log}`)
          return pattern.test(log) || undefined
        },
        { within: 60_000 },
      )
    },
    async stop() {
      if (child.exitCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}
