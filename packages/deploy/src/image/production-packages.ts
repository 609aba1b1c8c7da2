import { join } from 'node:path'

/** What package-lock.json says of a package, by its path in the repository. */
export type LockedPackages = Readonly<
  Record<
    string,
    {
      /** Of a package of the repository itself: where it lies. */
      readonly resolved?: string
      readonly link?: boolean
      readonly dependencies?: Readonly<Record<string, string>>
    }
  >
>

/** The paths of a package and of everything that it depends on, directly or not; neither what is optional nor for tests. */
export function productionPackages(packages: LockedPackages, name: string): readonly string[] {
  const found = new Set<string>()
  const visit = (path: string): void => {
    if (found.has(path)) return
    found.add(path)
    for (const needed of Object.keys(packages[path]?.dependencies ?? {})) visit(locate(packages, path, needed))
  }
  visit(locate(packages, '', name))
  return [...found]
}

/** Where Node finds it: in the nearest node_modules, going up. */
function locate(packages: LockedPackages, from: string, name: string): string {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    const path = join(folder, 'node_modules', name)
    const locked = packages[path]
    if (locked !== undefined) return locked.link === true ? (locked.resolved ?? path) : path
    if (folder === '') throw new Error(`package-lock.json has no ${name}, which ${from} depends on`)
  }
}
