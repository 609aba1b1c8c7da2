import { type LogLevel, logLevels } from '@frrkit/api'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { blockedPrefixes } from './always-block.ts'
import { repeated } from './command-words.ts'

/** What every command takes. */
export function common(command: Command): Command {
  return command
    .option('--config <file>', 'a frrkit.yaml: which plugins with which options')
    .option('--plugin <name>', 'a package, or a file such as ./src/index.ts, to load besides (repeatable)', repeated)
    .option('--dir <folder>', 'folder of YAML and JSON files to read')
    .option('--namespace <name>', 'read the objects of that namespace of a cluster')
    .option('--kubeconfig <file>', 'of the cluster (default: KUBECONFIG, the pod, ~/.kube/config)')
    .option('--node-name <name>', 'name of this node in the cluster (default: the hostname)')
    .option('--hostname <name>', hostnameMeans(command.name()))
    .option('--node-label <key=value>', 'label of this node, for node selectors (repeatable)', labels)
    .addOption(
      new Option('--always-block <prefixes>', 'prefixes that no neighbor may send, separated by commas').argParser(
        blockedPrefixes,
      ),
    )
    .addOption(
      new Option('--log-level <level>', 'log level, ours and FRR’s (default: info)').choices(
        logLevels satisfies readonly LogLevel[],
      ),
    )
    .addOption(
      new Option('--policy <policy>', 'objects in conflict: keep what ran before, or leave out the newest').choices([
        'keep',
        'quarantine',
      ]),
    )
    .addOption(
      new Option(
        '--metallb <mode>',
        "read MetalLB's objects of the cluster as well, in the place of its speaker",
      ).choices(command.name() === 'run' ? ['in-process', 'publish'] : ['in-process']),
    )
    .showHelpAfterError('(--help shows how)')
}

function labels(label: string, before: readonly string[] = []): readonly string[] {
  if (!/^[^=]+=/.test(label)) throw new InvalidArgumentError('Write it as key=value.')
  return [...before, label]
}

function hostnameMeans(command: string): string {
  const usual = command === 'run' ? "the machine's" : '--node-name'
  const running = command === 'diff' ? "; with --against-running, the machine's" : ''
  return `hostname in FRR (default: ${usual}${running})`
}
