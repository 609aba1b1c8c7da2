import type { Command } from 'commander'

/** Where the daemon runs, the variables of the reference's manifests stand for flags that are not given. */
const variables: Readonly<Record<string, string>> = {
  '--node-name': 'NODE_NAME',
  '--namespace': 'NAMESPACE',
  '--frr-conf': 'FRR_CONFIG_FILE',
  '--pod-name': 'POD_NAME',
}

export function fromEnvironment(command: Command): Command {
  for (const option of command.options) {
    const variable = variables[option.long ?? '']
    if (variable !== undefined) option.env(variable)
  }
  return command
}

/** Without folder and config file: whether the objects are those of a cluster. Variables alone do not make it one. */
export function meansCluster(command: Command): boolean {
  const said = (name: string) => command.getOptionValueSource(name) === 'cli'
  const inPod = process.env.KUBERNETES_SERVICE_HOST !== undefined
  return said('namespace') || said('kubeconfig') || inPod || (command.name() === 'run' && said('nodeName'))
}
