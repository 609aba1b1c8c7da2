import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Package, root, rootManifest } from '../published.ts'

/** The projects that outside authors would have; npm links them, everything of ours comes from the registry. */
export const projects = ['custom-daemon', 'target-banner', 'source-inventory', 'site'] as const

/**
 * Copies the outside projects into a folder. Where they ask for `*`, `npm install` would have written the range of the
 * newest release: for ours that is what is published now, for the tools of authors the version that we use.
 */
export async function copyOutside(folder: string, published: readonly Package[]): Promise<void> {
  await cp(join(root, 'tools/release/outside'), folder, {
    recursive: true,
    filter: (path) => !/dist$|node_modules$/.test(path),
  })
  const newest = {
    ...rootManifest().devDependencies,
    ...Object.fromEntries(published.map(({ name, manifest }) => [name, `^${manifest.version}`])),
  }
  for (const project of projects) {
    const file = join(folder, project, 'package.json')
    const text = await readFile(file, 'utf8')
    await writeFile(file, withVersions(text, newest))
  }
}

export function withVersions(packageJson: string, newest: Readonly<Record<string, string>>): string {
  return packageJson.replace(/"([^"]+)": "\*"/g, (line, name: string) => {
    const range = newest[name]
    if (range === undefined) throw new Error(`BUG: ${line}: no such package is published, and we use none of that name`)
    return `"${name}": "${range}"`
  })
}
