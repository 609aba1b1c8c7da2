import type { LogLevel } from '@frrkit/api'
import { namespaceOf } from '../cluster-context.ts'
import type { ExitCode, Io } from '../io.ts'
import { createLogger } from '../log.ts'
import type { Output } from '../print-problems.ts'
import { tellWithoutEffect } from '../reference-flags.ts'

export type WebhookCommandOptions = {
  readonly namespace?: string
  readonly kubeconfig?: string
  readonly logLevel: LogLevel
  readonly webhookPort: number
  readonly certDir: string
  readonly certServiceName: string
  readonly disableCertRotation: boolean
  readonly restartOnRotatorSecretRefresh: boolean
  readonly frrk8sSelector: string
  readonly validateAllNamespaces: boolean
  readonly tlsMinVersion?: string
  readonly tlsCipherSuites?: string
  readonly tlsCurvePreferences?: string
  readonly output?: Output
}

/** Serves the webhook until SIGINT or SIGTERM. */
export async function webhookCommand(options: WebhookCommandOptions, io: Io): Promise<ExitCode> {
  const json = options.output === undefined ? io.stdout.isTTY !== true : options.output === 'json'
  const log = createLogger(io.stdout, { json, level: options.logLevel })
  tellWithoutEffect(options, log)
  const [{ createKubeClient }, { runWebhook }] = await Promise.all([import('@frrkit/k8s'), import('@frrkit/webhook')])
  const { kubeconfig, tlsMinVersion, tlsCipherSuites, tlsCurvePreferences } = options
  const kube = createKubeClient({ ...(kubeconfig !== undefined && { kubeconfig }) })
  const stop = new AbortController()
  const stopWhenTold = async () => {
    const signal = await Promise.race([io.ended('SIGINT'), io.ended('SIGTERM')])
    log.info({ signal }, `${signal}: stopping`)
    stop.abort()
  }
  void stopWhenTold()
  try {
    await runWebhook({
      kube,
      namespace: await namespaceOf(kube, options.namespace),
      log,
      setLogLevel: (level) => log.setLevel(level ?? options.logLevel),
      port: options.webhookPort,
      certDir: options.certDir,
      certServiceName: options.certServiceName,
      certRotation: !options.disableCertRotation,
      restartOnRefresh: options.restartOnRotatorSecretRefresh,
      daemons: options.frrk8sSelector,
      allNamespaces: options.validateAllNamespaces,
      ...(tlsMinVersion !== undefined && { tlsMinVersion }),
      ...(tlsCipherSuites !== undefined && { tlsCipherSuites }),
      ...(tlsCurvePreferences !== undefined && { tlsCurvePreferences }),
      signal: stop.signal,
    })
    return 0
  } catch (error) {
    // A port that is taken, or TLS options that mean nothing: nothing that would be better after another try.
    log.error({}, `the webhook cannot serve: ${error instanceof Error ? error.message : String(error)}`)
    return 1
  } finally {
    await kube.close()
  }
}
