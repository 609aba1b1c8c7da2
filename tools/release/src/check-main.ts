import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkPackage } from './check/check-package.ts'
import { privateFaults } from './check/manifest.ts'
import { pack } from './pack.ts'
import { publishedPackages, workspacePackages } from './published.ts'

const packages = publishedPackages()
const published = new Set(packages.map(({ name }) => name))
const folder = await mkdtemp(join(tmpdir(), 'frrkit-check-'))
let faults = 0
const say = (name: string, found: readonly string[]) => {
  faults += found.length
  for (const fault of found) console.log(`${name}: ${fault}`)
}

try {
  const tarballs = await pack(packages, folder)
  for (const one of packages) {
    const tarball = tarballs.get(one.name)
    if (tarball === undefined) throw new Error(`BUG: npm did not pack ${one.name}`)
    say(one.name, await checkPackage(one, tarball, published))
  }
  for (const one of workspacePackages()) if (!published.has(one.name)) say(one.name, privateFaults(one))
} finally {
  await rm(folder, { recursive: true, force: true })
}
console.log(`${packages.length} packages, ${faults} faults`)
if (faults > 0) process.exitCode = 1
