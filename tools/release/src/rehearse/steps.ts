import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from '../run.ts'
import { runDaemon } from './run-daemon.ts'

export type Outside = { readonly folder: string; readonly env: NodeJS.ProcessEnv }

/** What outside authors do, in their order; each step throws when it does not come out as it should. */
export const steps: readonly { readonly name: string; readonly run: (outside: Outside) => Promise<void> }[] = [
  {
    name: 'npm create @frrkit/plugin writes a target, which goes the way of the others from here',
    run: (outside) => download(outside, 'create', '--yes', '@frrkit/plugin', 'target', '@acme/target-blackhole'),
  },
  {
    name: 'install from the registry, each project with what it declares and no more',
    // `linked` lets nobody import what he does not declare: neither the projects nor our packages.
    run: async (outside) => {
      await download(outside, 'install', '--install-strategy=linked', '--loglevel=error')
      await nothingButPublished(outside)
    },
  },
  {
    name: 'two targets, a source and a daemon compile, with all declarations checked',
    run: (outside) => npm(outside, '.', 'run', 'build', '--workspaces', '--if-present'),
  },
  {
    name: 'the target passes the conformance suite of @frrkit/testing',
    run: (outside) => npm(outside, 'target-banner', 'test'),
  },
  {
    name: 'the new target passes its tests, with a real FRR of @frrkit/frr-lab where one can run, and previews what it does',
    run: async (outside) => {
      await npm(outside, 'target-blackhole', 'test')
      await npm(outside, 'target-blackhole', 'run', 'preview')
    },
  },
  {
    name: 'a custom daemon renders a folder, and what changes in it',
    run: ({ folder, env }) => runDaemon(join(folder, 'custom-daemon'), env),
  },
  {
    name: 'frrkit, from npm exec, takes the target and the source by their names',
    run: async ({ folder, env }) => {
      const words = ['exec', '--offline', '--', 'frrkit', 'render', '--config', 'frrkit.yaml']
      const frrConf = await run('npm', words, { cwd: join(folder, 'site'), env })
      for (const line of ['! site-1 belongs to acme', 'router bgp 64512', '  neighbor 192.0.2.2 remote-as 64514'])
        if (!frrConf.split('\n').includes(line)) throw new Error(`frrkit render wrote no line «${line}»:\n${frrConf}`)
    },
  },
]

/** The registry behind ours may be out of breath once; what is really missing is missing again. */
async function download(outside: Outside, ...words: readonly string[]): Promise<void> {
  await npm(outside, '.', ...words).catch((error: Error) => {
    console.log(`once more, after: ${error.message}`)
    return npm(outside, '.', ...words)
  })
}

async function npm({ folder, env }: Outside, project: string, ...words: readonly string[]): Promise<void> {
  await run('npm', words, { cwd: join(folder, project), env })
}

/** A package of ours that was found here and not there would rehearse nothing. */
async function nothingButPublished({ folder, env }: Outside): Promise<void> {
  const lock = JSON.parse(await readFile(join(folder, 'node_modules/.package-lock.json'), 'utf8'))
  const entries = Object.entries<{ readonly resolved?: string }>(lock.packages)
  const ours = entries.filter(([path, { resolved }]) => path.includes('@frrkit/') && resolved?.startsWith('http'))
  const elsewhere = ours.filter(([, { resolved }]) => resolved?.startsWith(env.npm_config_registry ?? '') !== true)
  if (ours.length === 0 || elsewhere.length > 0)
    throw new Error(`not from the registry of the rehearsal: ${JSON.stringify(elsewhere)} of ${ours.length}`)
}
