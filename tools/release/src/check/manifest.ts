import { installedWith, type Manifest, type Package } from '../published.ts'

const repository = 'git+https://github.com/frrkit/frrkit.git'

/** What the package.json of a package lacks that somebody who installs it, or the registry, counts on. */
export function manifestFaults({ folder, manifest }: Package, published: ReadonlySet<string>): readonly string[] {
  const { dependencies = {}, devDependencies = {} } = manifest
  const strangers = Object.keys(installedWith(manifest)).filter((name) => isOurs(name) && !published.has(name))
  const devWritten = manifest.nx?.release?.version?.preserveMatchingDependencyRanges === false
  const devPinned = Object.entries(devDependencies).filter(
    ([name, range]) => !devWritten && isOurs(name) && range !== '*',
  )
  const unranged = Object.entries(installedWith(manifest)).filter(
    ([name, range]) => isOurs(name) && !range.startsWith('^'),
  )
  return [
    ...missing(manifest),
    ...expected('repository.url', manifest.repository?.url, repository),
    ...expected('repository.directory', manifest.repository?.directory, folder),
    ...expected('license', manifest.license, 'Apache-2.0'),
    ...expected('type', manifest.type, 'module'),
    ...expected('publishConfig.access', manifest.publishConfig?.access, 'public'),
    ...expected('publishConfig.provenance', manifest.publishConfig?.provenance, true),
    ...expected('exports["./package.json"]', manifest.exports?.['./package.json'], './package.json'),
    ...strangers.map((name) => `depends on ${name}, which is not published`),
    ...unranged.map(([name, range]) => `asks for ${name} ${range}; a range of a release begins with ^`),
    // A release leaves these alone, so that nothing need be right there but what lies beside.
    ...devPinned.map(([name, range]) => `devDependencies: asks for ${name} ${range}; write *`),
    ...Object.keys(dependencies)
      .filter((name) => manifest.peerDependencies?.[name] !== undefined)
      .map((name) => `${name} is a dependency and a peer; it can be one only`),
  ]
}

/** Private packages take whatever lies beside them: a release does not know them, and would leave their ranges behind. */
export function privateFaults({ manifest }: Package): readonly string[] {
  return Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    .filter(([name, range]) => isOurs(name) && range !== '*')
    .map(([name, range]) => `private, and asks for ${name} ${range}; write *`)
}

function missing(manifest: Manifest): readonly string[] {
  const needed = ['name', 'version', 'description', 'engines', 'exports', 'files', 'sideEffects'] as const
  return needed.filter((field) => manifest[field] === undefined).map((field) => `${field} is missing`)
}

function expected(field: string, found: unknown, wanted: unknown): readonly string[] {
  return found === wanted
    ? []
    : [`${field} is ${found === undefined ? 'missing' : JSON.stringify(found)}; expected ${JSON.stringify(wanted)}`]
}

function isOurs(name: string): boolean {
  return name.startsWith('@frrkit/')
}
