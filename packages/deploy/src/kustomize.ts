import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runKubectl } from '@frrkit/kubectl'
import { type Manifest, readManifests } from './manifest.ts'

const folder = fileURLToPath(new URL('../kustomize', import.meta.url))

/** What `kubectl kustomize` makes of an overlay, as text. */
export async function kustomizeText(overlay: string): Promise<string> {
  return run(join(folder, 'overlays', overlay))
}

/** What it makes of the base with these components, as somebody's own overlay would have them. */
export async function kustomize(...components: readonly string[]): Promise<readonly Manifest[]> {
  const own = await mkdtemp(join(tmpdir(), 'frrkit-kustomize-'))
  const at = (path: string) => relative(own, join(folder, path))
  try {
    const named = { resources: [at('base')], components: components.map((name) => at(`components/${name}`)) }
    await writeFile(join(own, 'kustomization.yaml'), JSON.stringify(named))
    return readManifests(await run(own))
  } finally {
    await rm(own, { recursive: true, force: true })
  }
}

async function run(path: string): Promise<string> {
  const { code, stdout, stderr } = await runKubectl(['kustomize', path], { kubeconfig: '/dev/null' })
  if (code !== 0) throw new Error(stderr)
  return stdout
}
