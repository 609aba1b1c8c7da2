import { expect, test } from 'vitest'
import { planInstallation } from './frr.mjs'

const debian = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n'
const debianRoot = { missing: ['/usr/lib/frr/bgpd'], platform: 'linux', osRelease: debian, apt: true, root: true }

test.each([
  { case: 'nothing is missing', machine: { ...debianRoot, missing: [] }, plan: 'nothing' },
  { case: 'root on Debian', machine: debianRoot, plan: 'install' },
  {
    case: 'root on Ubuntu',
    machine: { ...debianRoot, osRelease: 'NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian\n' },
    plan: 'install',
  },
  {
    case: 'root on a relative',
    machine: { ...debianRoot, osRelease: 'ID=linuxmint\nID_LIKE="ubuntu debian"\n' },
    plan: 'install',
  },
  {
    case: 'a user on Debian',
    machine: { ...debianRoot, root: false },
    plan: {
      ok: false,
      reason: '/usr/lib/frr/bgpd missing, and only root may install packages',
      help: 'sudo apt-get update && sudo apt-get install -y --no-install-recommends frr frr-pythontools iproute2',
    },
  },
  {
    case: 'another distribution',
    machine: { ...debianRoot, osRelease: 'ID=fedora\n', apt: false },
    plan: {
      ok: false,
      reason: '/usr/lib/frr/bgpd missing',
      help: 'install FRR with its Python tools (frr-reload.py) and iproute2',
    },
  },
  {
    case: 'not Linux',
    machine: { ...debianRoot, platform: 'darwin' },
    plan: { ok: false, reason: 'it runs on Linux, this is darwin', help: 'use a Linux VM or container' },
  },
])('$case', ({ machine, plan }) => {
  expect(planInstallation(machine)).toEqual(plan)
})
