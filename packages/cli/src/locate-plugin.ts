import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { resolve as resolveFrom } from 'import-meta-resolve'

/**
 * What to import for a plugin's name: `target-bgpd` is ours, `./x.js` a file beside the config file, everything else a
 * package as it is named. Such a package lies where the config file does, which need not be where frrkit is installed.
 */
export function locatePlugin(name: string, base: string): string {
  if (/^\.{0,2}\//.test(name)) return pathToFileURL(resolve(base, name)).href
  if (!name.includes('/')) return `@frrkit/${name}`
  // Ours are the ones that were tested together, and come with us.
  return name.startsWith('@frrkit/') ? name : (foundFrom(base, name) ?? name)
}

function foundFrom(base: string, name: string): string | undefined {
  try {
    return resolveFrom(name, pathToFileURL(resolve(base, 'frrkit.yaml')).href)
  } catch {
    return undefined
  }
}
