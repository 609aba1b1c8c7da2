import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** Starts the built daemon on its folder, adds an object, and ends it as a service manager would. */
export async function runDaemon(project: string, env: NodeJS.ProcessEnv): Promise<void> {
  const frrConf = join(project, 'frr.conf')
  const daemon = spawn(process.execPath, ['dist/daemon.js', 'frr.d', frrConf], {
    cwd: project,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const ended = once(daemon, 'exit')
  try {
    await lineIn(frrConf, '  neighbor 192.0.2.1 remote-as 64513')
    const first = await readFile(join(project, 'frr.d/uplink.yaml'), 'utf8')
    await writeFile(
      join(project, 'frr.d/second.yaml'),
      first.replace('uplink', 'second').replace('192.0.2.1', '192.0.2.9'),
    )
    await lineIn(frrConf, '  neighbor 192.0.2.9 remote-as 64513')
  } finally {
    daemon.kill('SIGTERM')
  }
  const [code] = await ended
  if (code !== 0) throw new Error(`the custom daemon ended with ${code} after SIGTERM`)
}

async function lineIn(file: string, line: string): Promise<void> {
  const deadline = Date.now() + 60_000
  for (;;) {
    const text = await readFile(file, 'utf8').catch(() => '')
    if (text.split('\n').includes(line)) return
    if (Date.now() > deadline) throw new Error(`the custom daemon wrote no line «${line}» in a minute:\n${text}`)
    await wait(50)
  }
}
