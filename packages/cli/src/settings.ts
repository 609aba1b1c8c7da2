import { readFile } from 'node:fs/promises'
import { dirname, isAbsolute, relative, resolve } from 'node:path'
import type { LogLevel } from '@frrkit/api'
import type { Policy } from '@frrkit/daemon'
import { failed, type NodeFacts, ok, type Result } from '@frrkit/model'
import { checkBlocked } from './always-block.ts'
import { type ConfigFile, parseConfigFile } from './config-file.ts'

/** The options that every command takes, as commander hands them over. */
export type CommonOptions = {
  readonly config?: string
  /** Plugins besides those that the config file names, or the usual ones: packages, or files from here. */
  readonly plugin?: readonly string[]
  readonly dir?: string
  /** Of a cluster, whose objects are read when there is neither a config file nor a folder. */
  readonly namespace?: string
  readonly kubeconfig?: string
  readonly nodeName?: string
  /** FRR's. */
  readonly hostname?: string
  readonly nodeLabel?: readonly string[]
  readonly alwaysBlock?: readonly string[]
  readonly logLevel?: LogLevel
  readonly policy?: Policy
  /** What to do about MetalLB's objects of the cluster. */
  readonly metallb?: string
}

/** `name` or `name,label=value,…`: a node to check for. */
export type NodeChoice = { readonly name: string; readonly labels: Readonly<Record<string, string>> }

/** A plugin by name, and what its factory is given. */
export type PluginChoice = {
  readonly name: string
  readonly options: object
  /** Options that may be given to it without being its own. */
  readonly besides?: readonly string[]
}

/** Which API server, as whom, and whose objects there; what is absent is found out when a plugin needs it. */
export type ClusterChoice = { readonly kubeconfig?: string; readonly context?: string; readonly namespace?: string }

/** Command line and config file together; the command line wins. */
export type Settings = {
  readonly facts: Partial<NodeFacts>
  readonly debounce?: number
  readonly policy: Policy
  readonly plugins: readonly PluginChoice[]
  readonly cluster: ClusterChoice
  /** The folder of the config file: a plugin named `./x.js` lies beside it. */
  readonly base: string
}

/** What is assembled when no config file says otherwise. */
const defaultPlugins = [
  'source-file',
  'source-metallb',
  'target-zebra',
  'target-bgpd',
  'target-bfdd',
  'target-raw',
  'reloader-vty',
  'status-log',
] as const

/** What is assembled where the objects are those of a cluster. */
const clusterPlugins: readonly string[] = [
  ...defaultPlugins.map((name) => (name === 'source-file' ? 'source-crd' : name)),
  'status-node-state',
  'status-bgp-session',
  'status-events',
  'metrics-prometheus',
]

/** Reads the config file, if there is one, and lays the command line over it. */
export async function readSettings(options: CommonOptions, cwd: string): Promise<Result<Settings>> {
  const path = options.config === undefined ? undefined : resolve(cwd, options.config)
  const file = path === undefined ? ok<ConfigFile>({}) : await readConfigFile(path, options.config ?? path)
  if (!file.ok) return file
  const blocks = checkBlocked(file.value.alwaysBlock, options.config ?? '')
  if (!blocks.ok) return blocks
  const { node = {}, alwaysBlock, logLevel, debounce, policy = 'keep', plugins, kubernetes = {} } = file.value
  const name = options.nodeName || node.name
  const hostname = options.hostname || node.hostname
  const labels = { ...nameLabel(name), ...node.labels, ...parseLabels(options.nodeLabel ?? []) }
  const blocked = options.alwaysBlock ?? alwaysBlock
  const level = options.logLevel ?? logLevel
  return ok({
    facts: {
      labels,
      ...(name !== undefined && { hostname: name }),
      ...(hostname !== undefined && { frrHostname: hostname }),
      ...(blocked !== undefined && { alwaysBlock: blocked }),
      ...(level !== undefined && { logLevel: level }),
    },
    ...(debounce !== undefined && { debounce }),
    policy: options.policy ?? policy,
    plugins: choosePlugins(plugins, options, cwd),
    cluster: {
      ...kubernetes,
      ...(options.namespace !== undefined && { namespace: options.namespace }),
      ...(options.kubeconfig !== undefined && { kubeconfig: resolve(cwd, options.kubeconfig) }),
    },
    base: path === undefined ? cwd : dirname(path),
  })
}

async function readConfigFile(path: string, shown: string): Promise<ReturnType<typeof parseConfigFile>> {
  try {
    return parseConfigFile(await readFile(path, 'utf8'), shown)
  } catch (error) {
    return failed({
      code: 'file/unreadable',
      severity: 'error',
      subject: `File ${shown}`,
      field: '',
      reason: error instanceof Error ? error.message : String(error),
      evidence: [],
      help: 'name a file that exists and may be read, or leave --config out',
    })
  }
}

/** kubelet puts this label on every node, and most node selectors use it. */
function nameLabel(name: string | undefined): Record<string, string> {
  return name === undefined ? {} : { 'kubernetes.io/hostname': name }
}

/** `key=value` each; the command line has checked that there is an equals sign. */
export function parseLabels(labels: readonly string[]): Record<string, string> {
  return Object.fromEntries(labels.map((label) => split(label)))
}

function split(label: string): readonly [string, string] {
  const equals = label.indexOf('=')
  return [label.slice(0, equals), label.slice(equals + 1)]
}

/** `--dir` is short for the one option that the common case needs; with neither folder nor file, a cluster is meant. */
function choosePlugins(
  chosen: Readonly<Record<string, object>> | undefined,
  { dir, config, metallb, plugin = [] }: CommonOptions,
  cwd: string,
): readonly PluginChoice[] {
  const names = dir === undefined && config === undefined ? clusterPlugins : defaultPlugins
  const byName = chosen ?? Object.fromEntries(names.map((name) => [name, {}]))
  const folder = dir === undefined ? {} : { 'source-file': { ...byName['source-file'], dir: asCalled(dir, cwd) } }
  const mode = metallb === undefined ? {} : { 'source-metallb': { ...byName['source-metallb'], mode: metallb } }
  const besides = Object.fromEntries(plugin.map((name) => [/^\.{1,2}\//.test(name) ? resolve(cwd, name) : name, {}]))
  return Object.entries({ ...besides, ...byName, ...folder, ...mode }).map(([name, options]) => ({ name, options }))
}

/** Messages name the files of a folder as whoever called us would: from where we are, unless it was named from the root. */
function asCalled(dir: string, cwd: string): string {
  const path = resolve(cwd, dir)
  const fromHere = relative(process.cwd(), path)
  return isAbsolute(dir) || fromHere.startsWith('..') ? path : fromHere || '.'
}
