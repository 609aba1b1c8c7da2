import type { Problem } from '@frrkit/model'
import type { AllClaims } from './all-claims.ts'
import { ambiguousNames } from './ambiguous-names.ts'
import { evpnNeedsNeighbor } from './evpn-needs-neighbor.ts'
import { l3vniAlone } from './l3vni-alone.ts'
import { neighborNeedsEvpn } from './neighbor-needs-evpn.ts'
import { oneEvpnVrf } from './one-evpn-vrf.ts'
import { uniqueVnis } from './unique-vnis.ts'
import { vnisNeedAdvertising } from './vnis-need-advertising.ts'

const checks: readonly ((claims: AllClaims) => readonly Problem[])[] = [
  ambiguousNames,
  evpnNeedsNeighbor,
  neighborNeedsEvpn,
  l3vniAlone,
  oneEvpnVrf,
  uniqueVnis,
  vnisNeedAdvertising,
]

/** What no document can know alone: whether all of them together make sense. */
export function checkTogether(claims: AllClaims): readonly Problem[] {
  return checks.flatMap((check) => check(claims))
}
