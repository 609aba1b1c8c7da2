import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Case } from './cases.ts'
import type { Asked, Told } from './cluster-process.ts'

/** An API server in a process of its own, with the objects of a case. */
export type Cluster = {
  readonly kubeconfig: string
  /** How many there have been so far, by verb and resource. */
  readonly requests: () => Promise<Readonly<Record<string, number>>>
  readonly stop: () => Promise<void>
}

export async function startCluster(one: Case): Promise<Cluster> {
  const child = fork(fileURLToPath(new URL('cluster-process.ts', import.meta.url)), [JSON.stringify(one)])
  const ended = once(child, 'exit')
  const told = async (): Promise<Told> => {
    const [answer] = await Promise.race([once(child, 'message'), ended.then(gone)])
    return answer as Told
  }
  const first = await told()
  if (!('kubeconfig' in first)) throw new Error('BUG: the API server does not begin with its place')
  return {
    kubeconfig: first.kubeconfig,
    async requests() {
      const asked: Asked = 'requests'
      const answer = told()
      child.send(asked)
      const { requests } = (await answer) as Extract<Told, { requests: unknown }>
      return requests
    },
    async stop() {
      if (child.connected) child.disconnect()
      await ended
    },
  }
}

function gone(): never {
  throw new Error('the process of the API server has ended')
}
