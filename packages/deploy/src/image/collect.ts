import { cp, readFile, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { type LockedPackages, productionPackages } from './production-packages.ts'

/**
 * Copies what frrkit needs to run from an installed and built repository to a folder: its packages and what they depend on,
 * in the versions of the lock file, without sources, types, maps and documentation.
 */
export async function collect(root: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true })
  const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as {
    packages: LockedPackages
  }
  for (const path of productionPackages(packages, '@frrkit/cli')) {
    if (needless.test(path)) continue
    const own = /^[^/]+\/[^/]+$/.test(path) && !path.startsWith('node_modules/')
    const from = join(root, path)
    await cp(from, join(to, destination(path)), {
      recursive: true,
      filter: (file) => wanted(relative(from, file), own),
    })
  }
}

/** Ours lie outside of node_modules, with what nobody else needs inside them. */
function destination(path: string): string {
  return path.replace(/^(packages|plugins)\//, 'node_modules/@frrkit/')
}

/** Types alone, and what tar-fs brings along for another runtime than Node. */
const needless = /\/@types\/[^/]+$|\/undici-types$|\/bare-[a-z]+$/

/** By the path inside its package. Of ours nothing but what was built. */
function wanted(path: string, own: boolean): boolean {
  if (path === '') return true
  if (own && !/^(package\.json|dist(\/.*)?)$/.test(path)) return false
  if (/(^|\/)(node_modules|tests?|spec|fixtures|docs|examples?|\.github)(\/|$)/.test(path)) return false
  return !/\.([cm]?ts|map|md|markdown|tsbuildinfo|flow|ya?ml)$|(^|\/)tsconfig[^/]*\.json$/i.test(path)
}
