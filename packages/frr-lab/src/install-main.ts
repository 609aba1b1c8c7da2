#!/usr/bin/env node
import { installFrr } from './releases/install-frr.ts'
import { isRelease, releaseNames, testedReleases } from './releases/releases.ts'

const usage = `usage: frr-lab-install [release …]
Puts releases of FRR beside the machine's own, for tests; ${testedReleases.join(' and ')} when none is named.
releases: ${releaseNames.join(', ')}
It needs root on Debian or Ubuntu; 85 MB each, below /var/cache/frrkit. Tests run on others than ${testedReleases.join(' and ')} where
FRRKIT_FRR names them: FRRKIT_FRR=8.4,newest npm test
`

const say = (line: string) => void process.stdout.write(`${line}\n`)
const complain = (line: string) => void process.stderr.write(`${line}\n`)

const words = process.argv.slice(2)
const unknown = words.filter((word) => !isRelease(word))
if (words.includes('--help') || words.includes('-h')) say(usage.trimEnd())
else if (unknown.length > 0) {
  complain(`unknown release: ${unknown.join(', ')}\nhelp: ${releaseNames.join(', ')}`)
  process.exitCode = 2
} else await install()

async function install(): Promise<void> {
  for (const release of words.length > 0 ? words.filter(isRelease) : testedReleases) {
    try {
      const { version, daemonDirectory } = await installFrr(release, (line) => say(`FRR ${release}: ${line}`))
      say(`FRR ${release}: ${version} in ${daemonDirectory}`)
    } catch (error) {
      complain(error instanceof Error ? error.message : String(error))
      process.exitCode = 1
    }
  }
}
