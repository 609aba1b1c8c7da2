import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root: string = fileURLToPath(new URL('../../../', import.meta.url))

/** What we read of a package.json; all of it may be missing, as it is what we check. */
export type Manifest = {
  readonly name?: string
  readonly version?: string
  readonly private?: boolean
  readonly description?: string
  readonly license?: string
  readonly type?: string
  readonly sideEffects?: boolean | readonly string[]
  readonly repository?: { readonly type?: string; readonly url?: string; readonly directory?: string }
  readonly engines?: { readonly node?: string }
  readonly bin?: Readonly<Record<string, string>>
  readonly exports?: Readonly<Record<string, unknown>>
  readonly files?: readonly string[]
  /** False where a release writes the ranges of `devDependencies`, too. */
  readonly nx?: { readonly release?: { readonly version?: { readonly preserveMatchingDependencyRanges?: boolean } } }
  readonly publishConfig?: { readonly access?: string; readonly provenance?: boolean }
} & { readonly [Kind in DependencyKind]?: Readonly<Record<string, string>> }

type DependencyKind = 'dependencies' | 'peerDependencies' | 'optionalDependencies' | 'devDependencies'

/** A package of the workspace: `folder` is relative to the root of the repository. */
export type Package = { readonly name: string; readonly folder: string; readonly manifest: Manifest }

/** Every package of the workspace, private ones too. */
export function workspacePackages(): readonly Package[] {
  return globSync('{packages,plugins,tools}/*/package.json', { cwd: root })
    .toSorted()
    .map((file) => {
      const manifest = readManifest(join(root, file))
      return { name: manifest.name ?? file, folder: dirname(file), manifest }
    })
}

export function rootManifest(): Manifest {
  return readManifest(join(root, 'package.json'))
}

/** What is published: everything under packages/ and plugins/ that does not say `private`. */
export function publishedPackages(): readonly Package[] {
  return workspacePackages().filter(({ folder, manifest }) => !folder.startsWith('tools/') && manifest.private !== true)
}

/** What somebody who installs this package gets with it. */
export function installedWith(manifest: Manifest): Readonly<Record<string, string>> {
  return { ...manifest.peerDependencies, ...manifest.optionalDependencies, ...manifest.dependencies }
}

/** The package.json of a dependency as it is installed here for that package. */
export function installedManifest(from: Package, dependency: string): Manifest | undefined {
  const places = [join(root, from.folder), root].map((base) => join(base, 'node_modules', dependency, 'package.json'))
  const found = places.find((place) => existsSync(place))
  return found === undefined ? undefined : readManifest(found)
}

function readManifest(file: string): Manifest {
  return JSON.parse(readFileSync(file, 'utf8'))
}
