import { installFrr } from './releases/install-frr.ts'
import { debianWith, isRelease, testedReleases } from './releases/releases.ts'

/** `npm run frr:install [release …]`: puts the releases that tests run on, or those named, beside the machine's own FRR. */
const names = process.argv.slice(2)
const unknown = names.filter((name) => !isRelease(name))
if (unknown.length > 0) {
  console.error(`unknown release: ${unknown.join(', ')}\nhelp: ${Object.keys(debianWith).join(', ')}`)
  process.exit(2)
}
for (const release of names.length > 0 ? names.filter(isRelease) : testedReleases) {
  try {
    const { version, daemonDirectory } = await installFrr(release, (line) => console.log(`FRR ${release}: ${line}`))
    console.log(`FRR ${release}: ${version} in ${daemonDirectory}`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
