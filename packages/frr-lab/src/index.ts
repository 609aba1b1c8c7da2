export { canRunLab, type LabVerdict } from './can-run-lab.ts'
export type { Command, ExecOptions, ExecResult } from './exec.ts'
export {
  type BgpAddressFamily,
  type BgpNeighbor,
  type BgpPath,
  type BgpWait,
  bgpNeighbor,
  bgpTable,
  established,
  type InVrf,
  type IpFamily,
  received,
} from './frr/bgp.ts'
export type { DaemonName, DaemonOptions } from './frr/daemons.ts'
export type { FrrPlaces } from './frr/directories.ts'
export { type Frr, type FrrOptions, startFrr } from './frr/frr.ts'
export { type FrrInstall, findFrr, type SystemUser } from './frr/install.ts'
export { type Crash, endsWhen } from './known-crashes.ts'
export { createLab, type Lab, type LabOptions } from './lab.ts'
export type { LabNode, SpawnOptions } from './lab-node.ts'
export type { LabProcess } from './lab-process.ts'
export type { Link, LinkAddresses } from './link.ts'
export { type PrivateInstall, withPrivateNamespaces } from './private-namespaces.ts'
export type { Report } from './releases/download.ts'
export { availableFrrs, frrVersions } from './releases/frr-versions.ts'
export { findRelease, installFrr } from './releases/install-frr.ts'
export { type FrrRelease, isRelease, releaseNames, testedReleases } from './releases/releases.ts'
export { requireLab } from './require-lab.ts'
export { type Probe, type WaitOptions, waitFor } from './wait-for.ts'
