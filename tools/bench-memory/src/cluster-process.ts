import { createApiServer } from '@frrkit/testing/api-server'
import { type Case, namespace } from './cases.ts'
import { fill } from './fill.ts'

/** What this process is asked, and what it answers to each; first of all it says where it is. */
export type Asked = 'requests'
export type Told = { readonly kubeconfig: string } | { readonly requests: Readonly<Record<string, number>> }

// An API server in a process of its own, as every real one is: what it computes must not be in the way of the daemon.
const server = await createApiServer({ namespaces: [namespace] })
fill(server, JSON.parse(process.argv[2] ?? '') as Case)
const tell = (told: Told) => process.send?.(told)

process.on('message', (asked: Asked) => {
  if (asked === 'requests') tell({ requests: counted() })
})
process.once('disconnect', () => void server.close())
tell({ kubeconfig: server.kubeconfigPath })

/** By verb and resource: `create events`. */
function counted(): Readonly<Record<string, number>> {
  const byName = Map.groupBy(
    server.requests(({ resource }) => resource !== undefined),
    ({ verb, resource, subresource }) => [verb, resource, subresource].filter(Boolean).join(' '),
  )
  return Object.fromEntries([...byName].map(([name, all]) => [name, all.length]))
}
