import { hidden } from '@frrkit/model'
import type { NeighborFields } from './fields.ts'
import { neighborDefaults } from './neighbor-defaults.ts'
import { agree } from './rules/agree.ts'
import { any } from './rules/any.ts'
import type { RulesFor } from './rules/rule.ts'
import { same } from './rules/same.ts'
import { union } from './rules/union.ts'
import { widest } from './rules/widest.ts'

const seconds = (time: number) => `${time}s`

export const neighborRules: RulesFor<NeighborFields> = {
  asn: agree({ help: 'set asn or dynamicASN to the same value in all of these objects' }),
  // bgpd holds 180 s when we send no timers, so writing 180 s does not disagree with leaving it out; likewise below.
  holdTime: agree({ unsetMeans: neighborDefaults.holdTime, say: seconds }),
  keepaliveTime: agree({ unsetMeans: neighborDefaults.keepaliveTime, say: seconds }),
  connectTime: agree({ unsetMeans: neighborDefaults.connectTime, say: seconds }),
  port: agree({ unsetMeans: neighborDefaults.port }),
  ebgpMultiHop: agree({ unsetMeans: false }),
  dualStackAddressFamily: agree({ unsetMeans: false }),
  // A session without a password, source or local AS is another session than one with it: none of them is "any".
  password: same({ key: (password) => password.reveal(), say: () => hidden }),
  sourceaddress: same(),
  localASN: same(),
  bfdProfile: agree(),
  // It only ever adds: a peer without graceful restart is served as before.
  enableGracefulRestart: any(),
  addressFamilies: union(),
  toReceive: widest(),
}
