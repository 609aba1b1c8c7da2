import { logLevels } from '@frrkit/api'
import { type Command, Option } from 'commander'
import { examples, output, port } from './command-words.ts'
import { type MetallbPublishOptions, metallbPublishCommand } from './commands/metallb-publish.ts'
import type { ExitCode, Io } from './io.ts'
import { tlsFlags } from './tls-flags.ts'

/** `frrkit metallb-publish`: its flags and variables are those of MetalLB's speaker, whose place it takes. */
export function addMetallbPublish(program: Command, io: Io, done: (code: ExitCode) => void): void {
  const command = program
    .command('metallb-publish')
    .description("keep the FRRConfiguration metallb-<node> as MetalLB's objects say, in the place of MetalLB's speaker")
    .option('--kubeconfig <file>', 'of the cluster (default: KUBECONFIG, the pod, ~/.kube/config)')
    .addOption(
      new Option('--node-name <name>', 'the node to publish for (default: the hostname)').env('METALLB_NODE_NAME'),
    )
    .addOption(new Option('--namespace <name>', "MetalLB's (default: metallb-system)").env('METALLB_NAMESPACE'))
    .addOption(
      new Option('--frrk8s-namespace <name>', "that of frr-k8s's objects (default: MetalLB's)").env('FRRK8S_NAMESPACE'),
    )
    .addOption(new Option('--pod-name <name>', 'name of this pod').env('METALLB_POD_NAME'))
    .option('--lb-class <name>', 'services of this class only (default: those without one)')
    .option('--ignore-exclude-lb', 'announce from nodes that are labelled not to, as well')
    .option(
      '--no-frrk8s-secret-passthrough',
      "read Secrets in MetalLB's namespace; passwords stand in clear in the FRRConfiguration where that is another one",
    )
    .addOption(new Option('--log-level <level>', 'how much to log').choices(logLevels))
    .option('--port <port>', 'of the metrics, by HTTPS for whoever may read them; 0 for none', port, 9120)
    .option('--health-probe-port <port>', '/healthz and /readyz on 127.0.0.1; 0 for none', port, 17_472)
    .option('--metrics-cert-dir <folder>', 'folder of tls.crt and tls.key for the metrics')
    .addOption(output('text on a terminal, else json'))
    .showHelpAfterError('(--help shows how)')
    .addHelpText('after', examples('frrkit metallb-publish --node-name worker-1 --frrk8s-namespace frr-k8s-system'))
    .action(async (options: MetallbPublishOptions) => done(await metallbPublishCommand(options, io)))
  for (const option of tlsFlags()) command.addOption(option)
}
