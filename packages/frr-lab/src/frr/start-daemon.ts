import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { LabNode } from '../lab-node.ts'
import type { LabProcess } from '../lab-process.ts'
import { waitFor } from '../wait-for.ts'
import { answers } from './answers.ts'
import { type DaemonName, daemonCommand } from './daemons.ts'
import type { FrrPlaces } from './directories.ts'
import type { FrrInstall } from './install.ts'

export type DaemonStart = {
  readonly node: LabNode
  readonly install: FrrInstall
  readonly places: FrrPlaces
  readonly daemon: DaemonName
  readonly options: readonly string[]
  readonly within: number
}

/** Starts one daemon and returns when it answers; throws with the end of its log when it ends before that. */
export async function startDaemon({
  node,
  install,
  places,
  daemon,
  options,
  within,
}: DaemonStart): Promise<LabProcess> {
  const program = join(install.daemonDirectory, daemon)
  const process = node.spawn(daemonCommand(program, places.pathspace, options), { name: daemon })
  const socket = join(places.stateDirectory, `${daemon}.vty`)
  const ready = async (): Promise<true | undefined> => {
    const end = process.ended()
    if (end !== undefined) {
      throw new Error(`${daemon} of node ${node.name} ended (${end}) before it answered:\n${process.lastWords(60)}`)
    }
    return (
      ((await answers(socket)) && (daemon !== 'zebra' || existsSync(join(places.stateDirectory, 'zserv.api')))) ||
      undefined
    )
  }
  await waitFor(`${daemon} of node ${node.name} to answer on ${socket}`, ready, { within, every: 5 })
  return process
}
