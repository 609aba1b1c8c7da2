import type { Manifest } from '../published.ts'

const developers =
  /(^|\/)(\.[^/]*|e2e|fixtures|node_modules|vectors)(\/|$)|\.(test|bench)\.|\.tsbuildinfo$|(^|\/)tsconfig[^/]*\.json$/

/** What is in a tarball and should not be, or the other way round; files are relative to the package. */
export function contentFaults(files: readonly string[], manifest: Manifest): readonly string[] {
  const there = new Set(files)
  const needed = ['README.md', 'LICENSE', ...Object.values(manifest.bin ?? {}).map((file) => file.replace(/^\.\//, ''))]
  return [
    ...needed.filter((file) => !there.has(file)).map((file) => `${file} is not in the tarball`),
    ...files
      .filter((file) => developers.test(file) && !file.startsWith('templates/'))
      .map((file) => `${file} is of use to developers only`),
    ...files
      .filter((file) => isLeftOver(file, there))
      .map((file) => `${file} is left over from a source that is gone; remove dist and build again`),
  ]
}

/** dist is never emptied by the compiler, and a file of an old name would be published for ever. */
function isLeftOver(file: string, there: ReadonlySet<string>): boolean {
  const built = /^dist\/(.+?)(\.d\.ts|\.js)(\.map)?$/.exec(file)
  return built !== null && !there.has(`src/${built[1]}.ts`)
}
