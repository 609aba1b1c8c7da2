import { existsSync, readFileSync } from 'node:fs'
import { root } from './places.mjs'
import { step } from './run.mjs'

/**
 * What we use of a package-lock.json.
 * @typedef {{ version?: string, integrity?: string, resolved?: string, link?: boolean, optional?: boolean }} Locked
 * @typedef {{ packages: Record<string, Locked> }} Lock
 */

/** Installs what package-lock.json says, unless it is there; ends the program when that fails. */
export function ensureNodeModules() {
  // npm keeps a second lock there that says what it has installed.
  const installed = `${root}/node_modules/.package-lock.json`
  if (existsSync(installed) && isInstalled(readLock(`${root}/package-lock.json`), readLock(installed))) return
  console.log(`${existsSync(installed) ? 'node_modules is out of date' : 'node_modules is missing'}: installing it`)
  if (step('npm', ['ci', '--loglevel=error'], { cwd: root })) return
  console.error('npm ci did not succeed\nhelp: see what it says above')
  process.exit(1)
}

/**
 * Whether everything that the lock asks for is there in the same version. Optional packages may be missing: those are
 * for other machines.
 *
 * @param {Lock} lock
 * @param {Lock} installed
 */
export function isInstalled(lock, installed) {
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '') return true
    const found = installed.packages[path]
    if (found === undefined) return wanted.optional === true
    return /** @type {const} */ (['version', 'integrity', 'link']).every((key) => wanted[key] === found[key])
  })
}

/**
 * @param {string} file
 * @returns {Lock}
 */
function readLock(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}
