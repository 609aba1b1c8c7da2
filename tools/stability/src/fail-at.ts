import type { Fault, FaultySockets } from './faulty-sockets.ts'

/**
 * Lets something happen at one of the commands that configure, counted from 0, and to the same one whenever it comes again if it
 * `stays`; answers how many there were.
 */
export function failAt(sockets: FaultySockets, which: number, fault: Fault, stays = false): () => number {
  const configuring = new Set<string>()
  let count = 0
  let met: string | undefined
  sockets.set((daemon, command) => {
    const again = stays && met === `${daemon} ${command}`
    if (command.startsWith('configure terminal')) configuring.add(daemon)
    else if (command === 'end') configuring.delete(daemon)
    else if (configuring.has(daemon)) {
      const isIt = count++ === which
      if (isIt) met = `${daemon} ${command}`
      return isIt || again ? fault(daemon, command) : command
    }
    return command
  })
  return () => count
}
