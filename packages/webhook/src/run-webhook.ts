import { join } from 'node:path'
import type { LogLevel } from '@frrkit/api'
import type { KubeClient } from '@frrkit/k8s'
import { type KeptCertificate, keepCertificate, type TlsFlags, tlsSettings } from '@frrkit/metrics-prometheus/tls'
import { createAdmit } from './admission/admit.ts'
import { warmUp } from './admission/everywhere.ts'
import { createReadView } from './admission/read-view.ts'
import { shareLook } from './admission/share-look.ts'
import { rotate } from './certificates/rotate.ts'
import { clean } from './cleaner/clean.ts'
import { followLogLevel } from './follow-log-level.ts'
import { followNodes } from './follow-nodes.ts'
import type { Log } from './log.ts'
import { serve } from './serve.ts'

export type WebhookOptions = TlsFlags & {
  readonly kube: KubeClient
  /** That of the daemons, and of the webhook's Service and Secret. */
  readonly namespace: string
  readonly log: Log
  readonly setLogLevel?: (level: LogLevel | undefined) => void
  readonly port?: number
  readonly host?: string
  /** Folder of tls.crt and tls.key, for whoever has certificates made by somebody else. */
  readonly certDir?: string
  readonly certServiceName?: string
  readonly certRotation?: boolean
  /** End after new certificates were made; whoever has started this starts it again. */
  readonly restartOnRefresh?: boolean
  /** Label selector of the daemons' pods. */
  readonly daemons?: string
  readonly allNamespaces?: boolean
  readonly now?: () => Date
  /** Called with the port, once it listens. */
  readonly serving?: (port: number) => void
  readonly signal: AbortSignal
}

/** How it came to an end. */
export type WebhookEnd = 'stopped' | 'refreshed'

const usualPort = 19_443
const usualCertDir = '/tmp/k8s-webhook-server/serving-certs'
const usualService = 'frr-k8s-webhook-service'
const usualDaemons = 'app.kubernetes.io/component=frr-k8s'
/** Milliseconds between two looks at the files of a certificate. */
const lookAtFiles = 10_000

/**
 * Serves the admission webhook and cleans up after nodes, until the signal aborts. It listens once there is a certificate and
 * the API server trusts it. Rejects where it cannot listen, and for TLS options that mean nothing.
 */
export async function runWebhook(options: WebhookOptions): Promise<WebhookEnd> {
  const { kube, namespace, log, allNamespaces = false, restartOnRefresh = false } = options
  const stop = new AbortController()
  const signal = AbortSignal.any([options.signal, stop.signal])
  const tls = tlsSettings(options)
  let end: WebhookEnd = 'stopped'
  const refreshed = () => {
    if (!restartOnRefresh) return
    end = 'refreshed'
    log.info({}, 'new certificates were made: ending, to be started again')
    stop.abort()
  }

  const nodes = followNodes(kube, log, signal)
  const scope = { namespace, allNamespaces }
  const readView = shareLook(createReadView(kube, scope, nodes))
  const tasks: Promise<unknown>[] = [nodes.ended]
  try {
    const certificate = await certificateOf(options, refreshed, signal)
    // What is stored is read once before anybody waits for an answer.
    await nodes.known
    if (certificate === undefined || signal.aborted) return end
    tasks.push(certificate.ended)
    const viewed = await readView(signal)
    if (viewed.ok) warmUp(viewed.view)
    const { port = usualPort, host } = options
    const serving = await serve({
      port,
      ...(host !== undefined && { host }),
      tls,
      certificate: certificate.current(),
      admit: createAdmit(readView, scope),
    })
    certificate.renewed(serving.renew)
    log.info({ port: serving.port }, `the webhook serves on port ${serving.port}`)
    options.serving?.(serving.port)
    tasks.push(clean({ kube, namespace, daemons: options.daemons ?? usualDaemons, log, signal }))
    if (options.setLogLevel)
      tasks.push(followLogLevel({ kube, namespace, setLogLevel: options.setLogLevel, log, signal }))
    await aborted(signal)
    await serving.close()
    return end
  } finally {
    stop.abort()
    await Promise.all(tasks)
  }
}

function certificateOf(
  { kube, namespace, log, certRotation = true, certDir = usualCertDir, ...options }: WebhookOptions,
  refreshed: () => void,
  signal: AbortSignal,
): Promise<KeptCertificate | undefined> {
  if (!certRotation) {
    const files = { certFile: join(certDir, 'tls.crt'), keyFile: join(certDir, 'tls.key') }
    return keepCertificate({ files, every: lookAtFiles, failed: (words) => log.warn({}, words), signal })
  }
  const dnsName = `${options.certServiceName ?? usualService}.${namespace}.svc`
  return rotate({ kube, namespace, dnsName, log, refreshed, now: options.now ?? (() => new Date()), signal })
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
