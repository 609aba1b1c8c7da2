import type { Frr } from '@frrkit/frr-lab'
import { compareWithRunning, type FrrText, isEmpty, parseFrrText } from '@frrkit/frr-text'

/** Whether FRR runs exactly this, by what all its daemons show. */
export async function runs(frr: Frr, frrConf: string): Promise<boolean> {
  return isRunning(parseFrrText(await frr.running()), frrConf)
}

/**
 * The same where a daemon may have come back with its frr.conf: it has lists and route-maps of its own then, which nobody asks
 * for, until an audit takes them away. Those of bgpd count.
 */
export async function runsButForCopies(frr: Frr, frrConf: string): Promise<boolean> {
  const there = frr.install.daemons.filter((daemon) => frr.process(daemon))
  const texts = new Map<string, string>()
  for (const daemon of there) texts.set(daemon, await frr.vtysh(`show running-config ${daemon}`))
  const { filterLists, routeMaps } = parseFrrText(texts.get('bgpd') ?? '')
  return isRunning({ ...parseFrrText([...texts.values()].join('\n')), filterLists, routeMaps }, frrConf)
}

function isRunning(running: FrrText, frrConf: string): boolean {
  return isEmpty(compareWithRunning(running, parseFrrText(frrConf)))
}
