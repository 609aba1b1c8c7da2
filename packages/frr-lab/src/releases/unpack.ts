import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exec } from '../exec.ts'

/**
 * Unpacks packages below `directory/root` and writes `directory/bin`: a script for each of FRR's programs that runs it with
 * the libraries and YANG models it came with. Nothing of the machine is changed, and `bin` may be moved with its root.
 */
export async function unpackFrr(directory: string, packages: readonly string[]): Promise<void> {
  const root = join(directory, 'root')
  // Debian's base-files would bring these links; older packages still have their files on the far side of them.
  for (const name of ['bin', 'lib', 'lib64', 'sbin']) {
    await mkdir(join(root, 'usr', name), { recursive: true })
    await symlink(`usr/${name}`, join(root, name))
  }
  for (const file of packages) await exec(['dpkg-deb', '-x', file, root])

  const libraries = await findLibraries(root)
  const bin = join(directory, 'bin')
  await mkdir(bin)
  const daemons = (await readdir(join(root, 'usr/lib/frr'))).filter((name) => /d$|^zebra$/.test(name))
  const write = (name: string, script: string) => writeFile(join(bin, name), script, { mode: 0o755 })
  for (const name of daemons) await write(name, daemonScript({ program: `usr/lib/frr/${name}`, ...libraries }))
  await write('vtysh', programScript({ program: 'usr/bin/vtysh', ...libraries }))
  await symlink('../root/usr/lib/frr/frr-reload.py', join(bin, 'frr-reload.py'))
}

export type ProgramScript = { readonly program: string; readonly loader: string; readonly libraries: readonly string[] }

/** `exec`, so that the process keeps its id; the program sees its own path as its name. */
export function programScript(script: ProgramScript): string {
  return `\
#!/bin/sh
root=\${0%/*}/../root
exec ${run(script)} "$@"
`
}

/**
 * Where the YANG models are is compiled in, and those of another release do not do. In a mount namespace of its own, a daemon
 * sees its own in that place, nobody else does, and nothing stays mounted when it ends, however it ends. What is mounted later
 * still reaches it: `ip netns add` makes a namespace by a mount, and zebra takes namespaces for VRFs.
 */
export function daemonScript(script: ProgramScript): string {
  const mount = 'mount --bind "$0/usr/share/yang" /usr/share/yang && exec "$@"'
  return `\
#!/bin/sh
root=\${0%/*}/../root
exec unshare --mount --propagation slave sh -c '${mount}' "$root" ${run(script)} "$@"
`
}

function run({ program, loader, libraries }: ProgramScript): string {
  const paths = libraries.map((path) => `$root/${path}`).join(':')
  // Without --inhibit-cache a library missing in the root would come from the machine, in the machine's version.
  return `"$root/${loader}" --inhibit-cache --library-path "${paths}" "$root/${program}"`
}

type Libraries = Omit<ProgramScript, 'program'>

async function findLibraries(root: string): Promise<Libraries> {
  const triplet = (await readdir(join(root, 'usr/lib'))).find((name) => name.endsWith('-linux-gnu'))
  const directory = `usr/lib/${triplet}`
  // Here it is a file; the links to it elsewhere are absolute in older packages, and would lead to the machine's own.
  const loader = triplet && (await readdir(join(root, directory))).find((name) => /^ld-linux.*\.so\.\d+$/.test(name))
  if (!loader) throw new Error('the packages of FRR came without ld-linux, the loader of libc6')
  return { loader: `${directory}/${loader}`, libraries: [directory, `${directory}/frr`] }
}
