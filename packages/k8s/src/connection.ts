import { isDeepStrictEqual } from 'node:util'
import type { KubeConfig } from '@kubernetes/client-node/dist/config.js'
import type { RequestContext } from '@kubernetes/client-node/dist/gen/http/http.js'
import { type ClientNode, loadClientNode } from './load-client-node.ts'
import { type ConfigPlace, loadConfig } from './load-config.ts'

/** What a configuration comes to: an API server, and how requests to it are signed. */
export type Connection = {
  readonly client: ClientNode
  readonly server: string
  /** The namespace of the service account, or of the context. */
  readonly namespace: string | undefined
  /** What client-node's `Watch` asks for its cluster and its credentials. */
  readonly config: KubeConfig
  /** Headers and TLS; a token that has changed on disk is read again. */
  authorize(request: RequestContext): Promise<void>
  close(): Promise<void>
}

type Dispatcher = NonNullable<ReturnType<RequestContext['getDispatcher']>>

/** Loads client-node and the configuration; throws what is wrong with it. */
export async function connect(place: ConfigPlace): Promise<Connection> {
  const client = await loadClientNode()
  const config = loadConfig(place, client)
  const cluster = config.getCurrentCluster()
  if (cluster === null) throw new Error('BUG: a configuration without cluster')
  const pool = shareDispatcher(config)
  const { namespace } = config.getContextObject(config.getCurrentContext()) ?? {}
  return {
    client,
    server: cluster.server,
    namespace,
    config,
    authorize: (request) => config.applySecurityAuthentication(request),
    close: () => pool.close(),
  }
}

/**
 * client-node makes a new connection pool for every request and never closes one: each request would leave a TLS
 * connection behind. So the pool is kept while the TLS options are the same.
 */
function shareDispatcher(config: KubeConfig): { close(): Promise<void> } {
  const optionsFor = config.createDispatcherOptions.bind(config)
  const authenticate = config.applySecurityAuthentication.bind(config)
  let known: unknown
  let shared: Dispatcher | undefined
  config.createDispatcherOptions = (...input) => {
    const options = optionsFor(...input)
    if (isDeepStrictEqual(options, known)) return { type: 'none' }
    known = options
    // Over HTTP/2 all requests share one connection, and one that died without a word would fail the retries as well.
    return options.type === 'agent' ? { ...options, connect: { ...options.connect, allowH2: false } } : options
  }
  config.applySecurityAuthentication = async (request) => {
    await authenticate(request)
    // Watches as well: client-node names none for them, and an audit log shall say who it was.
    request.setHeaderParam('User-Agent', 'frrkit')
    const made = request.getDispatcher()
    if (made !== undefined) {
      void shared?.close()
      shared = made
    } else if (shared !== undefined) request.setDispatcher(shared)
  }
  return {
    async close() {
      await shared?.destroy()
      shared = undefined
      known = undefined
    },
  }
}
