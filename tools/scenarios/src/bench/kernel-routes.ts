import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { LabNode } from '@frrkit/frr-lab'

/** Hears from the kernel of a node what its FRR puts into the routing table, when it does. */
export type KernelRoutes = {
  /** When the next line about this prefix comes in, in ms of `performance.now()`. */
  readonly next: (prefix: string) => Promise<number>
  readonly stop: () => Promise<void>
}

export function followKernelRoutes({ namespace }: LabNode): KernelRoutes {
  const monitor = spawn('ip', ['-n', namespace, 'monitor', 'route'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(monitor, 'exit')
  const waiting = new Map<string, (at: number) => void>()
  createInterface({ input: monitor.stdout }).on('line', (line) => {
    const at = performance.now()
    const prefix = line.split(' ')[0] ?? ''
    waiting.get(prefix)?.(at)
    waiting.delete(prefix)
  })
  return {
    next: (prefix) => new Promise((resolve) => waiting.set(prefix, resolve)),
    async stop() {
      monitor.kill()
      await ended
    },
  }
}
