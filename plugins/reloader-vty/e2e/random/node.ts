import { writeFile } from 'node:fs/promises'
import type { Frr } from '@frrkit/frr-lab'
import { type Comparison, compareFrrTexts, compareWithRunning, type FrrText, parseFrrText } from '@frrkit/frr-text'
import {
  configure,
  type DaemonName,
  daemonsWithSocket,
  type LineWords,
  runningConfig,
  VtyConnection,
} from '@frrkit/vty'
import { withFewerCommits } from '../../src/apply/fewer-commits.ts'
import { type Planned, plan } from '../../src/plan/plan.ts'
import { comparable } from './shown.ts'

/** One FRR, told things over its sockets. */
export type Node = {
  readonly frr: Frr
  readonly connections: ReadonlyMap<DaemonName, VtyConnection>
}

export async function openNode(frr: Frr): Promise<Node> {
  const { pathspace } = frr
  const daemons = await daemonsWithSocket({ pathspace })
  return { frr, connections: new Map(daemons.map((daemon) => [daemon, new VtyConnection({ daemon, pathspace })])) }
}

/** bgpd anew, with nothing: one that was told to forget still remembers this and that. */
export async function restartBgpd({ frr }: Node): Promise<void> {
  await writeFile(frr.configFile, '')
  await frr.killDaemon('bgpd')
  await frr.startDaemon('bgpd')
}

export function closeNode({ connections }: Node): void {
  for (const connection of connections.values()) connection.close()
}

/** What counts of what runs: policy of bgpd alone. */
export async function settled(node: Node): Promise<readonly string[]> {
  const found: string[] = []
  for (const [daemon, text] of await shown(node)) {
    const own = comparable(text).filter((line) => daemon === 'bgpd' || !policy.test(line))
    found.push(...own.map((line) => `${daemon}: ${line}`))
  }
  return found
}

const policy = /^(?:(?:ip|ipv6) prefix-list|access-list|route-map) /

/** What each daemon runs. */
async function shown({ connections }: Node): Promise<ReadonlyMap<DaemonName, string>> {
  const texts = new Map<DaemonName, string>()
  for (const [daemon, connection] of connections) {
    const running = await runningConfig(connection)
    if (!running.ok) throw new Error(`${daemon}: ${running.error.words}`)
    texts.set(daemon, running.value)
  }
  return texts
}

/** All of it as one configuration; policy is bgpd's, other daemons have copies after vtysh loaded a file. */
function parseShown(texts: ReadonlyMap<DaemonName, string>): FrrText {
  const { filterLists, routeMaps } = parseFrrText(texts.get('bgpd') ?? '')
  return { ...parseFrrText([...texts.values()].join('\n')), filterLists, routeMaps }
}

/** bfdd takes `echo-mode`, with a word of warning. */
function isRefused({ words }: LineWords): boolean {
  return !words.startsWith('% Echo mode works correctly for IPv4')
}

export type Told = {
  readonly planned: Planned
  readonly words: readonly string[]
  readonly rest?: Comparison
  readonly result: FrrText
}

/** Plans the way from what runs, or from the result of the last plan, and goes it. */
export async function tell(node: Node, wanted: string, batch: boolean, last?: FrrText): Promise<Told> {
  const running = parseShown(await shown(node))
  const [before, after] = [last ?? running, parseFrrText(wanted)]
  const { release } = running
  const comparison =
    last === undefined ? compareWithRunning(before, after) : compareFrrTexts({ ...before, release }, after)
  const planned = plan({ before, after, comparison, release })
  if (planned.status !== 'planned') return { planned, words: planned.reasons, result: after }
  const words: string[] = []
  for (const { daemon, lines } of planned.plan.steps) {
    const connection = node.connections.get(daemon)
    if (connection === undefined) throw new Error(`no ${daemon}`)
    const { answered, refusals, error } = await configure(connection, batch ? withFewerCommits(lines) : lines, {
      batch,
    })
    words.push(...refusals.filter(isRefused).map((refusal) => `${daemon}: ${refusal.line}: ${refusal.words}`))
    if (error !== undefined)
      throw new Error(`${daemon} is lost: ${error.words}; it answered ${answered} of\n${lines.join('\n')}`)
  }
  const then = parseShown(await shown(node))
  return { planned, words, rest: compareWithRunning(then, after), result: planned.plan.result }
}
