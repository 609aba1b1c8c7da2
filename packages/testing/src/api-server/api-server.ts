import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ServiceUrls } from './admission/call-webhook.ts'
import { validatingWebhooks } from './admission/validating-webhooks.ts'
import { type AuthorityOptions, createAuthority } from './auth/authority.ts'
import { createCertificate } from './certificate.ts'
import { createCluster } from './cluster.ts'
import { type DirectAccess, directAccess } from './direct-access.ts'
import { createRequestFaults, type RequestFaults } from './faults.ts'
import { frrkitCrds } from './frrkit-crds.ts'
import type { KubeObject } from './kube-object.ts'
import { kubeconfigOf } from './kubeconfig.ts'
import { createListener } from './listener.ts'
import { createPort } from './port.ts'
import { createRequestLog, type LoggedRequest, type RequestMatch } from './request-log.ts'
import type { Resource } from './resource.ts'
import { createWatchHub } from './watch-hub.ts'

export type ApiServerOptions = AuthorityOptions & {
  /** CustomResourceDefinitions that are there from the start; default: those of `@frrkit/api`. */
  readonly crds?: readonly KubeObject[]
  /** Kinds besides the built-in ones and the CRDs. */
  readonly resources?: readonly Resource[]
  /** Namespaces besides the usual four. */
  readonly namespaces?: readonly string[]
  /** How often watches that take bookmarks get one, in milliseconds; default: 60000, as a real server. */
  readonly bookmarkEvery?: number
  /** Where webhooks are that name a Service: by `namespace/name`, a URL without a path. */
  readonly services?: ServiceUrls
  /** HTTPS, with a certificate of its own. */
  readonly tls?: boolean
  readonly now?: () => Date
}

/** Everything that goes wrong between a client and a server, on demand. */
export type Faults = Omit<RequestFaults, 'meet'> & {
  /** Cuts every open connection now, watches too. */
  readonly dropConnections: () => void
  /** Open watches get an ERROR event with 410 and end; older resourceVersions are answered with 410 from now on. */
  readonly expireWatches: (match?: RequestMatch) => void
  /** Open watches end cleanly, as they do when their time is up. */
  readonly endWatches: (match?: RequestMatch) => void
  /** Watches stay open and say nothing, until `resumeWatches`. */
  readonly stallWatches: () => void
  readonly resumeWatches: () => void
  /** Nothing listens any more, and open connections are cut; what is stored stays. */
  readonly goAway: () => Promise<void>
  /** Listens again, on the same port. */
  readonly comeBack: () => Promise<void>
}

export type ApiServer = DirectAccess & {
  /** `http://127.0.0.1:40001` */
  readonly url: string
  /** With `tls`: the certificate to trust, as PEM. */
  readonly ca?: string
  /** The text of a kubeconfig, and a file with it. */
  readonly kubeconfig: string
  readonly kubeconfigPath: string
  readonly faults: Faults
  /** What was asked, oldest first. */
  readonly requests: (match?: RequestMatch) => readonly LoggedRequest[]
  /** The next request that matches, when it comes in; a watch is open then. */
  readonly nextRequest: (match?: RequestMatch) => Promise<LoggedRequest>
  readonly forgetRequests: () => void
  /** The watches that are open now. */
  readonly openWatches: (match?: RequestMatch) => readonly LoggedRequest[]
  /** Sends a bookmark now to watches that take them. */
  readonly sendBookmarks: () => void
  readonly close: () => Promise<void>
}

/** Starts an API server on a free port of the loopback interface. */
export async function createApiServer(options: ApiServerOptions = {}): Promise<ApiServer> {
  const { crds = frrkitCrds(), resources, namespaces = [], bookmarkEvery = 60_000, now = () => new Date() } = options
  const cluster = createCluster(resources)
  const log = createRequestLog()
  const { meet, ...requestFaults } = createRequestFaults()
  const watches = createWatchHub()
  const direct = directAccess(cluster, now)
  for (const crd of crds) direct.put(crd)
  for (const name of ['default', 'kube-node-lease', 'kube-public', 'kube-system', ...namespaces]) {
    direct.put({ apiVersion: 'v1', kind: 'Namespace', metadata: { name }, status: { phase: 'Active' } })
  }

  const authority = createAuthority(options, cluster)
  const admit = validatingWebhooks(cluster, options.services ?? {})
  const listener = createListener({ cluster, log, faults: { meet, ...requestFaults }, watches, authority, admit, now })
  const onRequest: RequestListener = (request, response) => void listener(request, response)
  const certificate = options.tls ? await createCertificate() : undefined
  const port = certificate
    ? await createPort(createTlsServer(certificate, onRequest), 'https')
    : await createPort(createServer(onRequest), 'http')
  const bookmarks = setInterval(() => watches.bookmark(), bookmarkEvery).unref()
  const folder = await mkdtemp(join(tmpdir(), 'frrkit-api-server-'))
  const kubeconfigPath = join(folder, 'kubeconfig')
  const [token] = options.requireToken ? Object.keys(options.users ?? {}) : []
  const access = { ...(certificate && { ca: certificate.cert }), ...(token !== undefined && { token }) }
  const kubeconfig = kubeconfigOf({ url: port.url, ...access })
  await writeFile(kubeconfigPath, kubeconfig, { mode: 0o600 })

  return {
    ...direct,
    url: port.url,
    ...(certificate && { ca: certificate.cert }),
    kubeconfig,
    kubeconfigPath,
    faults: {
      ...requestFaults,
      clear() {
        requestFaults.clear()
        watches.resume()
      },
      dropConnections: port.dropConnections,
      expireWatches(match) {
        cluster.store.compact()
        watches.expire(match)
      },
      endWatches: watches.end,
      stallWatches: watches.stall,
      resumeWatches: watches.resume,
      goAway: port.close,
      comeBack: port.open,
    },
    requests: log.matching,
    nextRequest: log.next,
    forgetRequests: log.forget,
    openWatches: watches.open,
    sendBookmarks: () => watches.bookmark(),
    async close() {
      clearInterval(bookmarks)
      requestFaults.clear()
      await port.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
