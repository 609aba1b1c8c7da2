import { globSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'

/** Everything on this machine that carries the name of a demo: namespaces, directories, processes. */
export function tracesOf(pid: number): readonly string[] {
  const lab = `fk-${pid.toString(36)}-*`
  const files = globSync([
    `/run/netns/${lab}`,
    `/run/frr/${lab}`,
    `/etc/frr/${lab}`,
    `/tmp/${lab}`,
    `${tmpdir()}/frrkit-demo-${pid}-*`,
  ])
  const processes = globSync('/proc/[0-9]*/cmdline').filter((file) =>
    argumentsOf(file).includes(`fk-${pid.toString(36)}-`),
  )
  return [...files, ...processes]
}

function argumentsOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // It ended between the listing and the reading, so it is not left behind.
    return ''
  }
}
