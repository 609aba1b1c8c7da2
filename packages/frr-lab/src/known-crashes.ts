import type { FrrInstall } from './frr/install.ts'

export type Crash =
  | 'a hidden default router comes back'
  | 'a default router that shared routes gets another AS'
  | 'an update would say nothing new, with debug bgp updates'
  | 'a VRF without a namespace loses its VNI'
  | 'several neighbors at interfaces go'
  | 'a VNI that was there before mac-vrf soo goes'
  | 'one daemon refuses what mgmtd asks of several'

/**
 * What ends a daemon of these FRRs by its own fault, whoever does it: tests go round it, and docs/operating.md tells operators.
 * Each was met here.
 */
const crashes: Record<Crash, RegExp> = {
  /**
   * bgpd only hides a default router that is removed and had shared routes with a VRF. It forgets what EVPN needs of it, and
   * ends when it shows the one that comes in its place.
   */
  'a hidden default router comes back': /^10\.7\./,
  /** bgpd frees routes that VRFs still share (`vpn_leak_from_vrf_update`). */
  'a default router that shared routes gets another AS': /^8\./,
  /** bgpd logs an update that it has let go of (FRR's pull request 23087). */
  'an update would say nothing new, with debug bgp updates': /^10\.7\./,
  /** zebra looks for its namespace. */
  'a VRF without a namespace loses its VNI': /^10\.7\./,
  /**
   * bgpd finds neighbors by their addresses. Those at interfaces where nobody was seen yet have none, and are mistaken for each
   * other: of three that go, the last one ends it (SIGSEGV in `hash_release`).
   */
  'several neighbors at interfaces go': /^8\./,
  /** `mac-vrf soo` lets go of the tables of the VNIs that are there, and they do once more when they go (`bgp_evpn_free`). */
  'a VNI that was there before mac-vrf soo goes': /^10\.7\./,
  /**
   * mgmtd asks zebra and staticd at once, gives up the change when one refuses it, and meets an assertion when the other
   * answers after that (`commit_cfg_req` in `mgmt_txn_notify_be_txn_reply`, until 10.5).
   */
  'one daemon refuses what mgmtd asks of several': /^10\.[0-5](\.|$)/,
}

export function endsWhen(crash: Crash, { version }: Pick<FrrInstall, 'version'>): boolean {
  return crashes[crash].test(version)
}
