import { createLab, type Frr, type FrrInstall, type Lab, startFrr, withPrivateNamespaces } from '@frrkit/frr-lab'
import { innerPeerConfig, peerConfig } from './peers.ts'
import { neighbors } from './places.ts'

/** The FRR that is changed, and those at the other ends of its sessions. */
export type World = {
  readonly node: Frr
  readonly peer: Frr
  readonly innerPeer: Frr
  /** A network namespace is a VRF for FRR; this is its name. Absent where namespaces are none. */
  readonly vrf: string | undefined
  /** The daemons that have ended by themselves, with the last they said: FRR has faults of its own. */
  readonly deaths: () => readonly string[]
  readonly stop: () => Promise<void>
}

/** A network device could have it, at 15 bytes the most; the namespace's own name, with a process in it, may be longer. */
const nameOfVrf = 'red'

/** With `withVrf`, there is no BFD: bfdd of 10.3 loses the sessions of all VRFs where namespaces are VRFs. */
export async function openWorld(install: FrrInstall, withVrf: boolean): Promise<World> {
  const lab = await createLab({ name: 'stability' })
  try {
    const { remove, ...world } = await startAll(lab, install, withVrf)
    return {
      ...world,
      async stop() {
        await lab.stop()
        await remove?.()
      },
    }
  } catch (error) {
    await lab.stop()
    throw error
  }
}

async function startAll(
  lab: Lab,
  install: FrrInstall,
  withVrf: boolean,
): Promise<Omit<World, 'stop'> & { readonly remove?: () => Promise<void> }> {
  const [node, peer, inner, red] = await Promise.all(['n', 'p', 'q', 'r'].map((name) => lab.node(name)))
  if (!node || !peer || !inner || !red) throw new Error('BUG: four nodes')
  // One after the other: the interfaces count up on both sides.
  for (const subnet of [0, 1, 2])
    await lab.link(node, peer, { a: [`172.16.${subnet}.1/30`], b: [`172.16.${subnet}.2/30`] })
  await lab.link(node, peer, { a: ['2001:db8:3::1/64'], b: [`${neighbors.ipv6}/64`] })
  await lab.link(node, peer)
  await lab.link(node, inner, {
    a: ['198.51.100.1/30', '2001:db8:5::1/64'],
    b: [`${neighbors.ibgp}/30`, `${neighbors.evpn}/64`],
  })
  await lab.link(red, peer, { a: ['203.0.113.1/30'], b: [`${neighbors.vrf}/30`] })
  for (const [here, address, other, via] of [
    [node, '10.255.0.1', '10.255.0.2', '172.16.1.2'],
    [peer, '10.255.0.2', '10.255.0.1', '172.16.1.1'],
  ] as const) {
    await here.exec(['ip', 'address', 'add', `${address}/32`, 'dev', 'lo'])
    await here.exec(['ip', 'route', 'add', `${other}/32`, 'via', via])
  }
  const programs = withVrf ? await withPrivateNamespaces(install, red.namespace, nameOfVrf) : undefined
  const options = programs ? { install: programs.install, daemonOptions: namespacesAsVrfs(install) } : { install }
  const [frr, frrOfPeer, frrOfInner] = await Promise.all([
    startFrr(node, options),
    startFrr(peer, { install, config: peerConfig(withVrf) }),
    startFrr(inner, { install, config: innerPeerConfig }),
  ])
  const vrf = withVrf ? nameOfVrf : undefined
  return {
    node: frr,
    peer: frrOfPeer,
    innerPeer: frrOfInner,
    vrf,
    deaths: watchDaemons(frr),
    ...(programs && { remove: programs.remove }),
  }
}

function watchDaemons(frr: Frr): () => readonly string[] {
  const watched = frr.install.daemons.map((daemon) => ({ daemon, process: frr.process(daemon) }))
  return () =>
    watched.flatMap(({ daemon, process }) => {
      const end = process?.ended()
      return end === undefined ? [] : [`${daemon} ended (${end}): ${process?.lastWords(30)}`]
    })
}

function namespacesAsVrfs({ version }: FrrInstall) {
  return version.startsWith('8.') ? { zebra: ['-n'] } : { zebra: ['-w'], mgmtd: ['-w'] }
}
