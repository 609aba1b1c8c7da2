import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The repository, without a slash at its end. */
export const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '')

/** The Node that npm installed for this repository, or the one that runs us on a machine for which there is none. */
export function repositoryNode() {
  const installed = `${root}/node_modules/.bin/node`
  return existsSync(installed) ? installed : process.execPath
}
