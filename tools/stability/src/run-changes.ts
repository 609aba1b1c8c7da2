import { setTimeout as sleep } from 'node:timers/promises'
import { bgpTable, type Frr, waitFor } from '@frrkit/frr-lab'
import { compareFrrTexts, type FrrText, parseFrrText, sessionResets } from '@frrkit/frr-text'
import type { Outcome, Reloader } from '@frrkit/plugin'
import { base } from './base.ts'
import type { Change } from './changes/change.ts'
import { type Told, told } from './expected.ts'
import { nodeSeenBy } from './places.ts'
import { bfdEnded, ended, type Observer, observe, type Session } from './sessions.ts'
import { textOf, type Wanted } from './spec.ts'
import { followUpdates } from './updates.ts'
import type { World } from './world.ts'

/** What one change, or a few in a row, did. */
export type Observation = {
  readonly kinds: readonly string[]
  readonly outcomes: readonly Outcome[]
  /** Milliseconds, of all applies together. */
  readonly took: number
  /** The sessions that were up before. */
  readonly wereUp: ReadonlySet<string>
  /** The sessions that FRR knows no way to keep, with the reasons. */
  readonly unavoidable: ReadonlyMap<string, readonly string[]>
  /** The sessions that ended, at either end. */
  readonly ended: readonly string[]
  readonly bfdEnded: readonly string[]
  /** Prefixes that a neighbor had to be told of before and after, and lost in between, though its session stayed. */
  readonly lost: readonly { readonly neighbor: string; readonly prefix: string }[]
  /** Why it never came to what was wanted; empty if it did. */
  readonly unsettled: readonly string[]
}

export type Running = {
  readonly world: World
  readonly reloader: Reloader
  /** How many changes are made before anybody looks. */
  readonly atOnce: number
  readonly report: (observation: Observation) => void
}

const signal = new AbortController().signal

/** Makes one change after the other, waits until everybody has what is theirs, and says what happened on the way. */
export async function runChanges(changes: readonly Change[], running: Running): Promise<readonly Observation[]> {
  const { world, reloader, atOnce, report } = running
  const ends = [world.node, world.peer, world.innerPeer].map(observe)
  const logs = [world.peer, world.innerPeer].map(followUpdates)
  let wanted = base(world.vrf)
  await apply(reloader, wanted)
  await settle(world, ends, wanted, [])
  const found: Observation[] = []
  for (let at = 0; at < changes.length; at += atOnce) {
    const group = changes.slice(at, at + atOnce)
    await Promise.all(logs.map((log) => log.withdrawals()))
    const before = await look(ends)
    const expectedBefore = told(wanted)
    const unavoidable = new Map<string, readonly string[]>()
    const outcomes: Outcome[] = []
    const steps = [wanted]
    for (const change of group) {
      const next = structuredClone(wanted)
      change.make(next, base(world.vrf))
      for (const { neighbor, because } of resets(wanted, next, world)) unavoidable.set(neighbor, because)
      outcomes.push(await apply(reloader, next))
      if (change.atPeer) await world.peer.vtysh('configure terminal', ...change.atPeer)
      steps.push(next)
      wanted = next
    }
    const settled = await settle(world, ends, wanted, group.at(-1)?.down ?? []).then(
      () => [],
      (error: Error) => [error.message],
    )
    const unsettled = [...settled, ...world.deaths()]
    const after = await look(ends)
    const elapsed = after.at - before.at
    const kept = keptThroughout(steps.map(told), expectedBefore)
    const withdrawals = (await Promise.all(logs.map((log) => log.withdrawals()))).flat()
    const gone = new Set([
      ...ended(before.node, after.node, elapsed),
      ...ended(before.peers, after.peers, elapsed).map(neighborSeenAs),
    ])
    const observation: Observation = {
      unsettled,
      kinds: group.map(({ kind }) => kind),
      outcomes,
      took: outcomes.reduce((sum, { took = 0 }) => sum + took, 0),
      wereUp: new Set([...before.node.values()].flatMap(({ neighbor, isUp }) => (isUp ? [neighbor] : []))),
      unavoidable,
      ended: [...gone],
      bfdEnded: bfdEnded(before.bfd, after.bfd, elapsed),
      lost: withdrawals
        .map(({ from, prefix }) => ({ neighbor: neighborSeenAs(from), prefix }))
        .filter(({ neighbor, prefix }) => kept.get(neighbor)?.has(prefix) && !gone.has(neighbor)),
    }
    report(observation)
    found.push(observation)
  }
  for (const end of ends) end.close()
  return found
}

async function apply(reloader: Reloader, wanted: Wanted): Promise<Outcome> {
  const began = performance.now()
  const outcome = await reloader.reload(textOf(wanted), signal)
  return { ...outcome, took: performance.now() - began }
}

/** What FRR cannot do otherwise, in the words of frr-text. */
function resets(before: Wanted, after: Wanted, { node }: World) {
  const [earlier, later] = [before, after].map((wanted): FrrText => {
    const parsed = parseFrrText(textOf(wanted))
    return { ...parsed, release: { version: node.install.version } }
  })
  if (!earlier || !later) throw new Error('BUG: two texts')
  return sessionResets(earlier, later, compareFrrTexts(earlier, later))
}

type Look = {
  readonly at: number
  readonly node: ReadonlyMap<string, Session>
  readonly peers: ReadonlyMap<string, Session>
  readonly bfd: ReadonlyMap<string, number>
}

async function look([node, peer, inner]: readonly Observer[]): Promise<Look> {
  if (!node || !peer || !inner) throw new Error('BUG: three ends')
  const [atNode, atPeer, atInner, bfd] = await Promise.all([node.bgp(), peer.bgp(), inner.bgp(), node.bfd()])
  return { at: performance.now(), node: atNode, peers: new Map([...atPeer, ...atInner]), bfd }
}

function neighborSeenAs(seen: string): string {
  return Object.entries(nodeSeenBy).find(([, node]) => node === seen)?.[0] ?? seen
}

/** What had to be told in every step, and so may never be withdrawn. */
function keptThroughout(steps: readonly Told[], first: Told): Told {
  return new Map(
    [...first].map(([neighbor, prefixes]) => {
      const always = [...prefixes].filter((prefix) => steps.every((step) => step.get(neighbor)?.has(prefix)))
      return [neighbor, new Set(always)] as const
    }),
  )
}

/** Until bgpd has acted upon its route-maps (a second after the last change), all sessions are up and all is told. */
async function settle(world: World, ends: readonly Observer[], wanted: Wanted, down: readonly string[]): Promise<void> {
  await sleep(1200)
  await waitFor(
    'sessions and prefixes',
    async (seen) => {
      const { node, peers } = await look(ends)
      const missing = [...told(wanted).keys()].filter((name) => !down.includes(name) && node.get(name)?.isUp !== true)
      const wrong = missing.length > 0 ? [] : await wrongTables(world, peers, wanted, down)
      seen(`down: ${missing.join(' ')}; wrong: ${wrong.join(' ')}`)
      return missing.length + wrong.length === 0 ? true : undefined
    },
    { within: 30_000, every: 100 },
  )
}

async function wrongTables(
  { peer, innerPeer }: World,
  peers: ReadonlyMap<string, Session>,
  wanted: Wanted,
  down: readonly string[],
): Promise<readonly string[]> {
  const got = new Map([...(await receivedBy(peer)), ...(await receivedBy(innerPeer))])
  return [...told(wanted)].flatMap(([neighbor, prefixes]) => {
    const there = got.get(peers.get(nodeSeenBy[neighbor] ?? '')?.address ?? '') ?? new Set()
    const missing = [...prefixes].filter((prefix) => !there.has(prefix)).map((prefix) => `-${prefix}`)
    // What is imported from another VRF is told as well, and so is what another neighbor has said.
    const more = [...there].filter((prefix) => !prefixes.has(prefix) && /^10\.(0|1|50|200)\./.test(prefix))
    return down.includes(neighbor) ? [] : [...missing, ...more].map((prefix) => `${neighbor} ${prefix}`)
  })
}

async function receivedBy(frr: Frr): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const found = new Map<string, Set<string>>()
  for (const family of ['ipv4', 'ipv6'] as const) {
    for (const [prefix, paths] of Object.entries(await bgpTable(frr, family))) {
      for (const { peerId } of paths) {
        const prefixes = found.get(peerId) ?? new Set()
        found.set(peerId, prefixes.add(prefix))
      }
    }
  }
  return found
}
