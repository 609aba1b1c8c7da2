import { basename, join } from 'node:path'
import { sourceFile } from '@frrkit/source-file'
import { translatorMetallb } from '@frrkit/source-metallb'
import { fixtures } from '@frrkit/testing'
import { dump } from 'js-yaml'
import { main } from '../src/main.ts'

const facts = {
  alwaysBlock: [],
  logLevel: 'info',
  hasIpv4: true,
} as const

// fixtures/metallb/<case>/in: a folder as somebody might try it with `frrkit render`.
fixtures(join(import.meta.dirname, '../fixtures/metallb'), async (path) => {
  const dir = join(path, 'in')
  const node = basename(path) === 'overview' ? 'blognode' : 'worker-1'
  const [frrConf, problems] = await render(dir, node)
  return {
    'frrconfiguration.yaml': await configurationOf(dir, node),
    'frr.conf': frrConf === '' ? undefined : frrConf,
    'problems.txt': problems === '' ? undefined : problems.replaceAll(`${dir}/`, ''),
  }
})

async function render(dir: string, node: string): Promise<readonly [stdout: string, stderr: string]> {
  const written = { stdout: '', stderr: '' }
  await main(['render', '--dir', dir, '--node-name', node, '--annotate'], {
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
    cwd: dir,
    ended: () => Promise.resolve('SIGTERM'),
  })
  return [written.stdout.replaceAll(`${dir}/`, ''), written.stderr]
}

/** What the plugin makes of MetalLB's objects, as a cluster would hold it. */
async function configurationOf(dir: string, node: string): Promise<string | undefined> {
  const { objects, secrets } = await sourceFile({ dir }).read(AbortSignal.timeout(60_000))
  const named = { hostname: node, labels: { 'kubernetes.io/hostname': node } }
  const [made] = translatorMetallb().translate({ objects, secrets, facts: { ...facts, ...named } }).objects
  return made && dump(made.body, { flowLevel: 8, lineWidth: 120, noRefs: true })
}
