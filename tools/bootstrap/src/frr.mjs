import { existsSync, readFileSync } from 'node:fs'
import { step } from './run.mjs'

/** @typedef {{ ok: true } | { ok: false, reason: string, help: string }} Verdict */

const packages = 'frr frr-pythontools iproute2'

/** Installs FRR where we may, and otherwise says how it is done. @returns {Verdict} */
export function ensureFrr() {
  const missing = missingPrograms()
  const plan = planInstallation({
    missing,
    platform: process.platform,
    osRelease: existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '',
    apt: existsSync('/usr/bin/apt-get'),
    root: process.getuid?.() === 0,
  })
  if (plan === 'nothing') return { ok: true }
  if (plan !== 'install') return plan

  console.log(`${missing.join(', ')} missing: installing ${packages} from the packages of this machine`)
  const quiet = { env: { DEBIAN_FRONTEND: 'noninteractive' } }
  step('apt-get', ['update', '-qq'], quiet)
  const install = ['install', '-y', '-qq', '-o=Dpkg::Use-Pty=0', '--no-install-recommends']
  step('apt-get', [...install, ...packages.split(' ')], quiet)
  const left = missingPrograms()
  if (left.length > 0) {
    return { ok: false, reason: `apt-get did not install ${left.join(', ')}`, help: 'see what it says above' }
  }
  if (existsSync('/run/systemd/system')) {
    console.log('the package has also started its own frr service, which frrkit does not use here')
    console.log('to switch that off: systemctl disable --now frr')
  }
  return { ok: true }
}

function missingPrograms() {
  const ip = ['/usr/sbin/ip', '/sbin/ip', '/usr/bin/ip', '/bin/ip']
  const programs = [['/usr/lib/frr/bgpd'], ['/usr/lib/frr/frr-reload.py'], ['/usr/bin/vtysh'], ip]
  return programs.filter((places) => !places.some((place) => existsSync(place))).map(([place = '']) => place)
}

/**
 * What to do about the programs that are missing.
 *
 * @param {{ missing: readonly string[], platform: string, osRelease: string, apt: boolean, root: boolean }} machine
 * @returns {'nothing' | 'install' | Verdict & { ok: false }}
 */
export function planInstallation({ missing, platform, osRelease, apt, root }) {
  if (platform !== 'linux') {
    return { ok: false, reason: `it runs on Linux, this is ${platform}`, help: 'use a Linux VM or container' }
  }
  if (missing.length === 0) return 'nothing'
  const reason = `${missing.join(', ')} missing`
  const debian = apt && /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(osRelease)
  if (!debian) {
    return { ok: false, reason, help: 'install FRR with its Python tools (frr-reload.py) and iproute2' }
  }
  if (root) return 'install'
  return {
    ok: false,
    reason: `${reason}, and only root may install packages`,
    help: `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages}`,
  }
}
