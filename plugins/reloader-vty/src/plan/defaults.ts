import type { Comparison, Release } from '@frrkit/frr-text'
import type { Command } from './command.ts'

/**
 * A router that bgpd makes has the defaults of the `frr version` that FRR's last frr.conf named, which may be an old one: that of
 * MetalLB names 8.0. It shall have those that it has after a restart with ours.
 */
export function ownDefaults({ contexts }: Comparison, { version }: Release): readonly Command[] {
  const makesOne = contexts.some(({ kind, change }) => kind === 'router-bgp' && change === 'added')
  if (!makesOne || version === undefined) return []
  return [{ daemon: 'bgpd', phase: 'routers that come', path: [], line: `frr version ${version}` }]
}
