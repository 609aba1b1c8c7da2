import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { resolve as resolveFrom } from 'import-meta-resolve'

/**
 * What to import for a plugin's name: `target-bgpd` is ours, `./x.js` a file beside the config file, everything else a
 * package as it is named. Such a package lies where the config file does, which need not be where frrkit is installed.
 */
export function locatePlugin(name: string, base: string): string {
  if (/^\.{0,2}\//.test(name)) return pathToFileURL(resolve(base, name)).href
  const specifier = name.includes('/') ? name : `@frrkit/${name}`
  // Ours are the ones that were tested together, and come with us; not all of them do.
  const found = specifier.startsWith('@frrkit/') && comesWithUs(specifier) ? undefined : foundFrom(base, specifier)
  return found ?? specifier
}

function comesWithUs(name: string): boolean {
  try {
    import.meta.resolve(name)
    return true
  } catch {
    return false
  }
}

function foundFrom(base: string, name: string): string | undefined {
  try {
    return resolveFrom(name, pathToFileURL(resolve(base, 'frrkit.yaml')).href)
  } catch {
    return undefined
  }
}
