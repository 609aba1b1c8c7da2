import { type LogLevel, logLevels } from '@frrkit/api'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { fromEnvironment } from './cluster-flags.ts'
import { examples, output, port } from './command-words.ts'
import { type WebhookCommandOptions, webhookCommand } from './commands/webhook.ts'
import type { ExitCode, Io } from './io.ts'
import { podSelector } from './pod-selector.ts'
import { addFlagsWithoutEffect } from './reference-flags.ts'
import { tlsFlags } from './tls-flags.ts'

/** `frrkit webhook`, with the flags of the reference's statuscleaner. */
export function addWebhook(program: Command, io: Io, done: (code: ExitCode) => void): void {
  const command = program
    .command('webhook')
    .description('serve the admission webhook of FRRConfigurations, and clean up after nodes that are gone')
    .option('--namespace <name>', 'that of the daemons, and of the Service and Secret of the webhook')
    .option('--kubeconfig <file>', 'of the cluster (default: KUBECONFIG, the pod, ~/.kube/config)')
    .addOption(
      new Option('--log-level <level>', 'how much to log')
        .choices(logLevels satisfies readonly LogLevel[])
        .default('info', 'info'),
    )
    .option('--webhook-port <port>', 'where to listen', port, 19_443)
    .option('--cert-service-name <name>', 'the Service that the certificate is for', 'frr-k8s-webhook-service')
    .addOption(flag('--disable-cert-rotation', 'take the certificate of --cert-dir as it is, and follow it'))
    .option(
      '--cert-dir <folder>',
      'folder of tls.crt and tls.key, with --disable-cert-rotation',
      '/tmp/k8s-webhook-server/serving-certs',
    )
    .addOption(flag('--restart-on-rotator-secret-refresh', 'end, with 0, after new certificates were made'))
    .option(
      '--frrk8s-selector <labels>',
      "labels of the daemons' pods",
      podSelector,
      'app.kubernetes.io/component=frr-k8s',
    )
    .addOption(flag('--validate-all-namespaces', 'take objects of all namespaces for the daemons’, as frr-k8s does'))
    .addOption(output('text on a terminal, else json'))
    .showHelpAfterError('(--help shows how)')
    .addHelpText('after', examples('frrkit webhook --namespace frr-k8s-system'))
    .action(async (options: WebhookCommandOptions) => done(await webhookCommand(options, io)))
  for (const option of tlsFlags()) command.addOption(option)
  addFlagsWithoutEffect(fromEnvironment(command))
}

/** Go writes `--flag`, `--flag=true` and `--flag=false`. */
function flag(name: string, meaning: string): Option {
  return new Option(`${name} [bool]`, meaning).preset('true').default(false).argParser(boolean)
}

function boolean(text: string): boolean {
  if (/^(1|t|true)$/i.test(text)) return true
  if (/^(0|f|false)$/i.test(text)) return false
  throw new InvalidArgumentError('Write true or false.')
}
