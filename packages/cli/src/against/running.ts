import { execFile } from 'node:child_process'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { failed, ok, type Problem, type Result } from '@frrkit/model'
import { createRegistry } from '@frrkit/plugin'
import {
  type DaemonName,
  daemonsWithSocket,
  describeVtyError,
  runningConfig,
  socketPath,
  VtyConnection,
  type VtyError,
  type VtyPlaces,
  type VtyResult,
} from '@frrkit/vty'
import { loadPlugins } from '../load-plugins.ts'
import type { Logger } from '../log.ts'
import type { PluginChoice, Settings } from '../settings.ts'
import { reasonOf } from './reason-of.ts'

/** What FRR runs, and whether its secrets are in it or hidden. */
export type Running = {
  readonly text: string
  readonly secrets: 'shown' | 'hidden'
  readonly warnings?: readonly Problem[]
}

const run = promisify(execFile)
const silent: Logger = { info: () => {}, warn: () => {}, error: () => {} }

/**
 * Our own reloaders say where their FRR is, so that its daemons can be asked, or vtysh, and a changed password is found. Any
 * other reloader is asked itself, by contract, and hides the secrets.
 */
export async function readRunning(settings: Settings, { pathspace, vtyDir }: VtyPlaces): Promise<Result<Running>> {
  const chosen = settings.plugins.find(({ name }) => /(^|\/)reloader-/.test(name))
  const said = { ...(pathspace !== undefined && { pathspace }), ...(vtyDir !== undefined && { vtyDir }) }
  const places = { ...chosen?.options, ...said }
  const name = chosen?.name.replace(/^@frrkit\//, '')
  if (name === 'reloader-frr-reload') return askVtysh(places)
  return chosen === undefined || name === 'reloader-vty' ? askDaemons(places) : askReloader(chosen, settings)
}

/** The options of our reloaders that say where FRR is. */
type Places = {
  readonly binDir?: string
  readonly vtyDir?: string
  readonly pathspace?: string
  readonly prefix?: readonly string[]
}

/**
 * bgpd last: where others have copies of its lists, what it has counts. A daemon that has ended runs nothing, which is said;
 * what one runs that does not answer is not known.
 */
async function askDaemons(places: VtyPlaces): Promise<Result<Running>> {
  const folder = dirname(socketPath('bgpd', places))
  const found = await daemonsWithSocket(places).catch(reasonOf)
  if (typeof found === 'string') return unreachable(found, whereToRun)
  const daemons = found.toSorted((a, b) => Number(a === 'bgpd') - Number(b === 'bgpd'))
  const answers = await Promise.all(daemons.map((daemon) => askDaemon(daemon, places)))
  const texts = answers.flatMap((answer) => (answer.ok ? [answer.value] : []))
  const errors = answers.flatMap((answer) => (answer.ok ? [] : [answer.error]))
  const unknown = errors.find(({ reason }) => reason !== 'absent')
  if (unknown !== undefined) return unreachable(describeVtyError(unknown), whenUnknown)
  const [error] = errors
  if (texts.length > 0) return ok({ text: texts.join('\n'), secrets: 'shown', warnings: errors.map(ended) })
  return unreachable(error ? describeVtyError(error) : `there are no sockets of FRR's daemons in ${folder}`, whereToRun)
}

async function askDaemon(daemon: DaemonName, places: VtyPlaces): Promise<VtyResult<string>> {
  const connection = new VtyConnection({ daemon, vtyDir: places.vtyDir, pathspace: places.pathspace, within: 30_000 })
  try {
    return await runningConfig(connection)
  } finally {
    connection.close()
  }
}

const whereToRun = 'run it where FRR runs, as root or in the group frrvty; --pathspace and --vty-dir say which FRR'
const whenUnknown = 'try again: the daemon hangs, is busy, or is starting; its log may say more'
const whenEnded = 'start the daemon; until then it runs nothing, and all that is wanted of it counts as new'

async function askVtysh({ binDir = '/usr/bin', vtyDir, pathspace, prefix = [] }: Places): Promise<Result<Running>> {
  const [program, ...words]: readonly string[] = [
    ...prefix,
    join(binDir, 'vtysh'),
    ...(vtyDir === undefined ? [] : ['--vty_socket', vtyDir]),
    ...(pathspace === undefined ? [] : ['-N', pathspace]),
    '-c',
    'show running-config',
  ]
  if (program === undefined) throw new Error('BUG: a command without words')
  try {
    // vtysh keeps a history in the home directory otherwise.
    const env = { ...process.env, VTYSH_HISTFILE: '/dev/null' }
    const { stdout } = await run(program, words, { env, timeout: 30_000, maxBuffer: 1 << 28 })
    return ok({ text: stdout, secrets: 'shown' })
  } catch (error) {
    return unreachable(reasonOf(error), whereToRun)
  }
}

async function askReloader(choice: PluginChoice, { base }: Settings): Promise<Result<Running>> {
  const plugins = await loadPlugins({ plugins: [choice], base }, { log: silent })
  const registry = plugins.ok ? createRegistry(plugins.value) : plugins
  if (!registry.ok) return registry
  const [reloader] = registry.value.reloaders
  if (reloader?.running === undefined) {
    return unreachable(`${choice.name} cannot say what FRR runs`, 'compare with a file: --against FILE')
  }
  try {
    return ok({ text: await reloader.running(AbortSignal.timeout(30_000)), secrets: 'hidden' })
  } catch (error) {
    return unreachable(reasonOf(error), `see what ${choice.name} needs in its README`)
  }
}

function unreachable(reason: string, help: string): Result<never> {
  return failed(problem('error', 'FRR', reason, help))
}

function ended({ daemon, words }: VtyError): Problem {
  return problem('warning', daemon, words, whenEnded)
}

function problem(severity: Problem['severity'], subject: string, reason: string, help: string): Problem {
  return { code: 'cli/running', severity, subject, field: '', reason, evidence: [], help }
}
