import { type Package, root } from '../published.ts'
import { run } from '../run.ts'

/** Publishes packages as they are here, all in one npm. Provenance is what only a CI that npm knows can give. */
export async function publish(packages: readonly Package[], env: NodeJS.ProcessEnv): Promise<void> {
  const chosen = packages.flatMap(({ name }) => ['--workspace', name])
  await run('npm', ['publish', '--loglevel=error', '--provenance=false', ...chosen], { cwd: root, env })
}
