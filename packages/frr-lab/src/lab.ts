import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { labId, namespaceOf } from './lab-id.ts'
import { createNode, type LabNode } from './lab-node.ts'
import type { LabProcess } from './lab-process.ts'
import { createLink, type Link, type LinkAddresses, type LinkEnd } from './link.ts'
import { onProcessEnd } from './on-process-end.ts'
import { places } from './places.ts'
import { thisProcess } from './proc.ts'
import { removeDeadLabs, removeLab } from './remove-lab.ts'
import { describeTraces, tracesOf } from './traces.ts'

export type Lab = {
  /** Unique on this machine; the beginning of every name the lab uses. */
  readonly id: string
  /** Adds a node: a network namespace. */
  node(name: string): Promise<LabNode>
  /** Connects two nodes; the interfaces are `eth0`, `eth1`, … in each. */
  link(a: LabNode, b: LabNode, addresses?: LinkAddresses): Promise<Link>
  /** Ends every process, removes every namespace and directory. Throws when something is left. Safe to call twice. */
  stop(): Promise<void>
}

export type LabOptions = {
  /** What the lab is for; only messages show it. */
  readonly name: string
  /** SIGINT, SIGTERM and SIGHUP remove the lab and end this process. `false` when you handle signals: then call `stop`. */
  readonly handleSignals?: boolean
}

/** Opens an empty lab, after removing what killed processes left of theirs. However this process ends, save SIGKILL, the lab goes too. */
export async function createLab({ name, handleSignals = true }: LabOptions): Promise<Lab> {
  removeDeadLabs()
  const id = reserveId()
  const forget = onProcessEnd(() => removeLab(id), { handleSignals })
  const processes: LabProcess[] = []
  const interfaces = new Map<LabNode, number>()

  const linkEnd = (node: LabNode, addresses: readonly string[] = []): LinkEnd => {
    const number = interfaces.get(node) ?? 0
    interfaces.set(node, number + 1)
    return { node, interface: `eth${number}`, addresses }
  }
  const stop = async (): Promise<void> => {
    try {
      await Promise.all(processes.map((process) => process.stop()))
    } finally {
      removeLab(id)
      forget()
    }
    const left = describeTraces(tracesOf(id))
    if (left.length > 0) throw new Error(`lab ${name} (${id}) left behind: ${left.join(', ')}`)
  }
  let stopped: Promise<void> | undefined
  return {
    id,
    node: (node) =>
      createNode({
        name: node,
        namespace: namespaceOf(id, node),
        logDirectory: join(places.logs, id),
        started: (process) => processes.push(process),
      }),
    link: (a, b, addresses = {}) => createLink(linkEnd(a, addresses.a), linkEnd(b, addresses.b)),
    stop: () => (stopped ??= stop()),
  }
}

// The log directory is the reservation: creating a directory is atomic, also between the threads of one process.
function reserveId(): string {
  const owner = thisProcess()
  for (let number = 1; ; number++) {
    const id = labId(owner, number)
    try {
      mkdirSync(join(places.logs, id), { mode: 0o700 })
      return id
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}
