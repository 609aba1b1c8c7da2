import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FrrInstall } from './frr/install.ts'

export type PrivateInstall = { readonly install: FrrInstall; readonly remove: () => Promise<void> }

/**
 * The same FRR, with programs in front of its own that show it one network namespace alone. zebra of 8.4 takes every namespace
 * of the machine for a VRF, and now and then ends with SIGSEGV when one of them is removed: those of other tests are.
 * `vrf` is its name as a VRF, if it shall have another.
 */
export async function withPrivateNamespaces(
  install: FrrInstall,
  namespace: string,
  vrf: string = namespace,
): Promise<PrivateInstall> {
  const directory = await mkdtemp(join(tmpdir(), 'frrkit-programs-'))
  await mkdir(join(directory, 'netns'))
  for (const daemon of install.daemons) {
    // The lab starts it in a mount namespace of its own, so the mounts are gone with it.
    const script = `#!/bin/sh -e
mount -t tmpfs tmpfs ${directory}/netns
touch ${directory}/netns/${vrf}
mount --bind /run/netns/${namespace} ${directory}/netns/${vrf}
mount --rbind ${directory}/netns /run/netns
exec ${join(install.daemonDirectory, daemon)} "$@"
`
    await writeFile(join(directory, daemon), script, { mode: 0o755 })
  }
  return { install: { ...install, daemonDirectory: directory }, remove: () => rm(directory, { recursive: true }) }
}
