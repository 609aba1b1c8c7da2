import { join } from 'node:path'
import type { Places } from './places.ts'
import type { Command } from './run-command.ts'

export function vtysh(places: Places, ...args: readonly string[]): Command {
  const { binDir, pathspace, vtyDir } = places
  return command(places, [
    join(binDir, 'vtysh'),
    ...(vtyDir === undefined ? [] : ['--vty_socket', vtyDir]),
    ...(pathspace === undefined ? [] : ['-N', pathspace]),
    ...args,
  ])
}

/**
 * The script logs what it applies, passwords included, to a file in /var/log/frr unless it is told `--stdout`; and it has
 * vtysh write the running configuration to frr.conf unless the wanted one is called exactly `<confdir>/frr.conf`. What a
 * restart reads is our text and our decision, so the folder of the wanted text passes for the configuration folder.
 */
export function frrReload(places: Places, ...args: readonly string[]): Command {
  const { binDir, pathspace, vtyDir, workDir } = places
  return command(places, [
    places.frrReload,
    '--stdout',
    '--log-level',
    'warning',
    '--bindir',
    binDir,
    '--confdir',
    workDir,
    '--rundir',
    workDir,
    ...(vtyDir === undefined ? [] : ['--vty_socket', vtyDir]),
    ...(pathspace === undefined ? [] : ['--pathspace', pathspace]),
    ...args,
  ])
}

function command({ prefix }: Places, words: readonly string[]): Command {
  const [program, ...args] = [...prefix, ...words]
  if (program === undefined) throw new Error('BUG: a command without words')
  return [program, ...args]
}
