import { bgpTable, received, waitFor } from '@frrkit/frr-lab'
import { formatProblem } from '@frrkit/model'
import { readSession, type Session } from '../session.ts'
import type { Stage } from '../stage.ts'
import { node, peer } from '../start-lab.ts'
import { dim, green, yellow } from '../terminal/paint.ts'
import { table, tableRow } from '../terminal/table.ts'

const within = 60_000
const widths = [10, 14, 4, 8, 7]

/** From the first state to Established, and what the neighbor has learned then. */
export async function showSession(stage: Stage, sent: readonly string[]): Promise<void> {
  const { screen, signal } = stage
  screen.scene(
    'The session',
    'The daemon runs: it has applied the configuration to FRR, and FRR talks to its neighbor.',
  )
  screen.print(tableRow(['neighbor', 'state', 'sent', 'received', 'after'].map(dim), widths))
  const began = performance.now()
  let last: Session | undefined
  const session = waitFor(
    `the session with ${peer.address}: Established, ${sent.length} prefixes sent, ${peer.prefixes.length} received`,
    async (seen) => {
      refuseFailure(stage)
      const now = await readSession(stage.node, peer.address)
      if (changed(last, now)) screen.print(sessionRow(now, performance.now() - began))
      last = now
      seen(`${now.state}, ${now.sent} sent, ${now.received} received`)
      const done = now.state === 'Established' && now.sent >= sent.length && now.received >= peer.prefixes.length
      return done ? now : undefined
    },
    { within, every: 100, signal },
  )
  await screen.during(() => `${peer.address} is ${last?.state ?? 'not asked yet'}`, session)
  await showPeer(stage, sent)
}

async function showPeer({ screen, node: frr, peer: tor, signal }: Stage, sent: readonly string[]): Promise<void> {
  await Promise.all(sent.map((prefix) => received(tor, prefix, { from: node.address, within, signal })))
  const [atPeer, atNode] = await Promise.all([learned(tor, node.address), learned(frr, peer.address)])
  screen.print('', `What ${peer.name} (${peer.address}) has learned from ${node.name}, and the other way round:`, '')
  const rows = Array.from({ length: Math.max(atPeer.length, atNode.length) }, (_, i) => [
    green(atPeer[i] ?? ''),
    green(atNode[i] ?? ''),
  ])
  screen.print(...table([[dim(`at ${peer.name}`), dim(`at ${node.name}`)], ...rows]))
  const kept = (await originated(frr)).filter((prefix) => !atPeer.includes(prefix))
  if (kept.length > 0) screen.print('', `${kept.join(', ')} stays at home: no object allows it to this neighbor.`)
}

/** A daemon that could not do its work will not come to a session by waiting. */
function refuseFailure({ reports }: Stage): void {
  const { conversion, reload } = reports.newest() ?? {}
  if (conversion?.ok === false) throw new Error(conversion.problems.map(formatProblem).join('\n'))
  if (reload?.status === 'rejected') throw new Error(`FRR refused the configuration: ${reload.words}`)
}

function changed(last: Session | undefined, now: Session): boolean {
  return last?.state !== now.state || last.sent !== now.sent || last.received !== now.received
}

function sessionRow({ state, sent, received: got }: Session, after: number): string {
  const colour = state === 'Established' ? green : yellow
  const cells = [peer.address, colour(state), String(sent).padStart(4), String(got).padStart(8)]
  return tableRow([...cells, `${(after / 1000).toFixed(1).padStart(5)} s`], widths)
}

async function learned(frr: Stage['node'], from: string): Promise<readonly string[]> {
  const routes = Object.entries(await bgpTable(frr, 'ipv4'))
  return routes.filter(([, paths]) => paths.some(({ peerId }) => peerId === from)).map(([prefix]) => prefix)
}

async function originated(frr: Stage['node']): Promise<readonly string[]> {
  return learned(frr, '(unspec)')
}
