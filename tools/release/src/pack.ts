import { join } from 'node:path'
import { type Package, root } from './published.ts'
import { run } from './run.ts'

/** Packs packages as `npm publish` would, all in one npm, into a folder; package name → tarball. */
export async function pack(packages: readonly Package[], folder: string): Promise<ReadonlyMap<string, string>> {
  const chosen = packages.flatMap(({ name }) => ['--workspace', name])
  const answer = await run('npm', ['pack', '--json', '--loglevel=error', '--pack-destination', folder, ...chosen], {
    cwd: root,
  })
  // npm 11 answers with a list, npm 12 with an object.
  const packed = Object.values(JSON.parse(answer)) as readonly { readonly name: string; readonly filename: string }[]
  return new Map(packed.map(({ name, filename }) => [name, join(folder, filename)]))
}
