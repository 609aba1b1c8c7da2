import {
  endsWhen,
  type Frr,
  type FrrInstall,
  type Lab,
  type LabNode,
  startFrr,
  withPrivateNamespaces,
} from '@frrkit/frr-lab'
import type { ApiServer } from '@frrkit/testing/api-server'
import { type Ask, askBgpd } from './ask.ts'
import { type FrrkitProcess, startFrrkit } from './frrkit-process.ts'
import { namespace, type Place } from './places.ts'

/** A node of the cluster: an FRR, and frrkit that keeps it as the objects say. */
export type Node = Place & {
  readonly frr: Frr
  readonly ask: Ask
  /** The one that runs now; `start` runs another one after its end. */
  readonly frrkit: () => FrrkitProcess
  readonly start: () => FrrkitProcess
}

/** Where a node has its addresses: in its own namespace, or in one that is a VRF to its FRR. */
export type Ground = { readonly at: LabNode; readonly inside: LabNode; readonly vrf: string | undefined }

export async function makeGround(lab: Lab, { name }: Place, vrf: string | undefined): Promise<Ground> {
  const at = await lab.node(name)
  return { at, inside: vrf === undefined ? at : await lab.node(`${name}-${vrf}`), vrf }
}

export type NodeStart = {
  readonly place: Place
  readonly ground: Ground
  readonly install: FrrInstall
  readonly server: ApiServer
  /** More words for the command line of frrkit. */
  readonly flags: readonly string[]
  readonly atEnd: (end: () => unknown) => void
}

export async function startNode({ place, ground, install, server, flags, atEnd }: NodeStart): Promise<Node> {
  const frr = await startFrrOn(ground, install, atEnd)
  const ask = askBgpd(frr)
  atEnd(() => ask.close())
  putNode(server, place.name)
  const start = () => startFrrkit([...wordsFor(place, frr, server), ...flags])
  let frrkit = start()
  atEnd(() => frrkit.end())
  return { ...place, frr, ask, frrkit: () => frrkit, start: () => (frrkit = start()) }
}

/** As the reference's: bgpd dials, and does not listen. */
async function startFrrOn({ at, inside, vrf }: Ground, install: FrrInstall, atEnd: NodeStart['atEnd']): Promise<Frr> {
  const bgpd = ['-p', '0']
  if (vrf === undefined) return startFrr(at, { install, daemonOptions: { bgpd } })
  const own = await withPrivateNamespaces(install, inside.namespace, vrf)
  atEnd(() => own.remove())
  const old = install.version.startsWith('8.')
  const namespacesAsVrfs = old ? { zebra: ['-n'] } : { zebra: ['-w'], mgmtd: ['-w'] }
  return startFrr(at, { install: own.install, daemonOptions: { bgpd, ...namespacesAsVrfs } })
}

/** As kubelet makes it, and the daemon's pod. */
function putNode(server: ApiServer, name: string): void {
  server.put({ apiVersion: 'v1', kind: 'Node', metadata: { name, labels: { 'kubernetes.io/hostname': name } } })
  server.put({ apiVersion: 'v1', kind: 'Pod', metadata: { name: `frrkit-${name}`, namespace } })
}

/** With `debug`, there is `debug bgp updates`. */
export function flagLevel(install: FrrInstall): 'debug' | 'info' {
  return endsWhen('an update would say nothing new, with debug bgp updates', install) ? 'info' : 'debug'
}

/** The command line of the frrkit of a node. */
function wordsFor({ name }: Place, frr: Frr, { kubeconfigPath }: ApiServer): readonly string[] {
  const flags = {
    namespace,
    kubeconfig: kubeconfigPath,
    'node-name': name,
    'pod-name': `frrkit-${name}`,
    'frr-conf': frr.configFile,
    pathspace: frr.pathspace,
    'log-level': flagLevel(frr.install),
    'health-probe-bind-address': '127.0.0.1:0',
    'metrics-bind-address': '127.0.0.1:0',
    'vty-dir': frr.install.stateDirectory,
  }
  return Object.entries(flags).map(([flag, value]) => `--${flag}=${value}`)
}
