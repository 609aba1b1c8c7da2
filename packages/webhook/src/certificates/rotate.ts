import { describeKubeError, type KubeClient, type KubeResult, type ObjectKey, reconcileLoop } from '@frrkit/k8s'
import type { KeptCertificate } from '@frrkit/metrics-prometheus/tls'
import type { Log } from '../log.ts'
import { injectCa } from './inject.ts'
import { keepSecret } from './keep-secret.ts'
import type { KeyPair } from './key-pair.ts'

export type RotateOptions = {
  readonly kube: KubeClient
  readonly namespace: string
  /** What the API server calls the webhook, and its certificate must be for. */
  readonly dnsName: string
  readonly log: Log
  /** After new certificates were written to the Secret by this process. */
  readonly refreshed: () => void
  readonly now: () => Date
  /** Milliseconds between two looks while nobody writes anything. */
  readonly every?: number
  readonly signal: AbortSignal
}

export const secretName = 'frr-k8s-webhook-server-cert'
export const configurationName = 'frr-k8s-validating-webhook-configuration'

const twelveHours = 12 * 3_600_000

/**
 * Keeps the Secret's certificates fresh and the API server informed of their CA. Resolves once both are done for the first
 * time, or with undefined when the signal came first.
 */
export async function rotate(options: RotateOptions): Promise<KeptCertificate | undefined> {
  const { kube, namespace, dnsName, log, refreshed, now, every = twelveHours, signal } = options
  const secret: ObjectKey = { apiVersion: 'v1', plural: 'secrets', namespace, name: secretName }
  const configuration: ObjectKey = {
    apiVersion: 'admissionregistration.k8s.io/v1',
    plural: 'validatingwebhookconfigurations',
    name: configurationName,
  }
  const uses: ((pair: KeyPair) => void)[] = []
  const ready = Promise.withResolvers<void>()
  let current: KeyPair | undefined

  async function reconcile(): Promise<KubeResult<unknown>> {
    const kept = await keepSecret(kube, secret, { dnsName, now: now() }, signal)
    if (!kept.ok) return kept
    const { data, renewed } = kept.value
    if (renewed !== undefined) {
      const what = renewed.renew === 'all' ? 'a new CA and certificate' : 'a new certificate'
      log.info({ secret: secretName }, `${what} for ${dnsName}: ${renewed.because}`)
    }
    if (current?.cert !== data['tls.crt']) {
      current = { cert: data['tls.crt'], key: data['tls.key'] }
      for (const use of uses) use(current)
    }
    const injected = await injectCa(kube, configuration, data['ca.crt'], signal)
    if (!injected.ok) return injected
    ready.resolve()
    if (renewed !== undefined) refreshed()
    return injected
  }

  const loop = reconcileLoop({
    reconcile,
    troubled: (error) => {
      if (error !== undefined)
        log.warn({ reason: error.reason }, `certificate: ${describeKubeError(error)}; trying again`)
    },
    signal,
  })
  // Read anew at each look, so that a Secret is never judged, nor told to the API server, as it was before.
  const watches = [secret, configuration].map(({ name, ...collection }) =>
    kube.listWatch({
      ...collection,
      fieldSelector: `metadata.name=${name}`,
      keep: ({ metadata }) => ({ version: metadata.resourceVersion }),
      changed: loop.request,
      signal,
    }),
  )
  const looks = setInterval(loop.request, every)
  loop.request()
  signal.addEventListener('abort', () => ready.resolve(), { once: true })
  await ready.promise
  const ended = Promise.all([loop.ended, ...watches.map((watch) => watch.ended)]).then(() => clearInterval(looks))
  if (current === undefined) {
    await ended
    return undefined
  }
  return { current: () => current as KeyPair, renewed: (use) => void uses.push(use), ended }
}
