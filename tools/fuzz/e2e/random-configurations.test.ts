import { writeFile } from 'node:fs/promises'
import {
  type Crash,
  createLab,
  endsWhen,
  type Frr,
  type FrrInstall,
  frrVersions,
  type Lab,
  requireLab,
  startFrr,
} from '@frrkit/frr-lab'
import { compareWithRunning, type FrrText, parseFrrText } from '@frrkit/frr-text'
import type { Reloader } from '@frrkit/plugin'
import { reloaderVty } from '@frrkit/reloader-vty'
import { type DaemonName, daemonsWithSocket, runningConfig, VtyConnection } from '@frrkit/vty'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { worldPairs } from '../src/arbitrary/worlds.ts'
import { compileWorld } from '../src/compile-world.ts'
import { refusedByFrr } from '../src/forewarned.ts'
import type { World } from '../src/world.ts'

const canRun = await requireLab()
// One run is four changes: from nothing to A, to B, back to A, and back to nothing. `npm run fuzz:changes` has 2,000.
const runs = Number(process.env.FRRKIT_RUNS ?? 5)
// The long run looks for what nobody has seen, the short one for what has been right before.
const seed = Number(process.env.FRRKIT_SEED ?? (process.env.FRRKIT_RUNS ? Date.now() % 1_000_000 : 1))
const signal = new AbortController().signal

type Node = {
  readonly frr: Frr
  readonly reloader: Reloader
  readonly connections: ReadonlyMap<DaemonName, VtyConnection>
}

async function openNode(frr: Frr): Promise<Node> {
  const { pathspace, configFile: confFile } = frr
  const places = { vtyDir: frr.install.stateDirectory, pathspace }
  const daemons = await daemonsWithSocket(places)
  const connections = new Map(daemons.map((daemon) => [daemon, new VtyConnection({ daemon, ...places })]))
  return { frr, reloader: reloaderVty({ ...places, confFile }), connections }
}

const nothing = parseFrrText('')

/** Objects all the way: compiled as the daemon does, brought by the reloader that it has, without FRR's script behind it. */
describe.runIf(canRun).each(canRun ? await frrVersions() : [])(
  'objects that change, and FRR $version',
  { timeout: 3_600_000 },
  (install: FrrInstall) => {
    let lab: Lab
    let changed: Node
    let loaded: Node
    beforeAll(async () => {
      lab = await createLab({ name: 'random-configurations' })
      const nodes = await Promise.all([lab.node('changed'), lab.node('loaded')])
      const frrs = await Promise.all(nodes.map((node) => startFrr(node, { install })))
      ;[changed, loaded] = (await Promise.all(frrs.map(openNode))) as [Node, Node]
    })
    afterAll(() => lab?.stop())

    test(`they end where loading them into an empty FRR does; seed ${seed}, ${runs} runs`, async () => {
      await fc.assert(
        fc.asyncProperty(textPairs(install), async ([a, b]) => {
          await empty(changed)
          const ends = new Map<string, FrrText>()
          for (const text of [a, b]) ends.set(text, await load(loaded, text))
          for (const text of [a, b, a, '']) {
            const bgpd = changed.frr.process('bgpd')
            const outcome = await changed.reloader.reload(text, signal)
            const died = bgpd?.ended() === undefined ? undefined : bgpd.lastWords(40)
            const taken = { status: 'accepted', changed: expect.any(Boolean), by: 'reloader-vty', words: '' }
            expect({ ...outcome, died, text }).toEqual({ ...taken, died: undefined, text })
            const difference = compareWithRunning(await running(changed), ends.get(text) ?? nothing)
            expect({ ...difference, text }).toEqual({ contexts: [], filterLists: [], routeMaps: [], text })
          }
        }),
        { numRuns: runs, seed, endOnFailure: true, interruptAfterTimeLimit: 3_000_000, markInterruptAsFailure: true },
      )
    })
  },
)

/** What is accepted, and is nothing that FRR refuses, or does not survive. */
function textPairs(install: FrrInstall): fc.Arbitrary<readonly [string, string]> {
  const isAwayFrom = (crash: Crash, meets: boolean) => !(meets && endsWhen(crash, install))
  const isFit = (text: string | undefined): text is string =>
    text !== undefined && isAwayFrom('several neighbors at interfaces go', hasManyAtInterfaces(text))
  const debugs = !endsWhen('an update would say nothing new, with debug bgp updates', install)
  return worldPairs
    .map(([one, other]): readonly [string | undefined, string | undefined] => [textOf(one), textOf(other)])
    .filter((texts): texts is readonly [string, string] => texts.every(isFit))
    .filter((texts) => isAwayFrom('a hidden default router comes back', hidesTheDefault(texts)))
    .map(([one, other]) => (debugs ? [one, other] : [withoutDebug(one), withoutDebug(other)]))
}

function withoutDebug(text: string): string {
  return text.replace('debug bgp updates\n', '')
}

function hidesTheDefault(texts: readonly string[]): boolean {
  const routers = texts.map((text) => /^router bgp \d+$/m.exec(text)?.[0])
  return routers[0] !== routers[1] && texts.some((text) => /^ +import vrf /m.test(text))
}

function hasManyAtInterfaces(text: string): boolean {
  return text.split(/^router bgp /m).some((router) => (router.match(/ interface remote-as /g) ?? []).length > 1)
}

function textOf(world: World): string | undefined {
  const compiled = compileWorld(world)
  return compiled.ok && !compiled.value.problems.some(refusedByFrr) ? compiled.value.frrConf : undefined
}

/** bgpd anew, and with it everything: one that was told to forget still remembers this and that. */
async function empty({ frr, reloader }: Node): Promise<void> {
  await writeFile(frr.configFile, '')
  await frr.killDaemon('bgpd')
  await frr.startDaemon('bgpd')
  expect(await reloader.reload('', signal)).toMatchObject({ status: 'accepted' })
}

/** What runs after an FRR with nothing has loaded a text. */
async function load(node: Node, text: string): Promise<FrrText> {
  await empty(node)
  await node.frr.load(text).catch(unlessDone)
  return await running(node)
}

/** What the daemons run; policy is that of bgpd, of which others keep copies after vtysh has loaded a file. */
async function running({ connections }: Node): Promise<FrrText> {
  const texts = new Map<string, string>()
  for (const [daemon, connection] of connections) {
    const shown = await runningConfig(connection)
    if (!shown.ok) throw new Error(`${daemon}: ${shown.error.words}`)
    texts.set(daemon, shown.value)
  }
  const { filterLists, routeMaps } = parseFrrText(texts.get('bgpd') ?? '')
  return { ...parseFrrText([...texts.values()].join('\n')), filterLists, routeMaps }
}

/** From 10.5 on, bgpd refuses graceful restart in a VRF that is not there, and does it. */
function unlessDone(error: Error): void {
  const failed = error.message.split('\n').filter((line) => line.includes('Failure to communicate'))
  if (failed.length === 0 || !failed.every((line) => / graceful-restart(?:-helper)?$/.test(line))) throw error
}
