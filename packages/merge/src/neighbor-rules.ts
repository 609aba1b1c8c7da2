import { hidden } from '@frrkit/model'
import type { NeighborFields } from './fields.ts'
import { neighborDefaults } from './neighbor-defaults.ts'
import { agree } from './rules/agree.ts'
import { any } from './rules/any.ts'
import { because, type RulesFor } from './rules/rule.ts'
import { same } from './rules/same.ts'
import { union } from './rules/union.ts'
import { widest } from './rules/widest.ts'

const seconds = (time: number) => `${time}s`
const bgpd = 'bgpd does this where nothing is configured, so writing it out is no other wish'
const another = 'a session without it is another session than one with it: none is not "any"'

export const neighborRules: RulesFor<NeighborFields> = {
  asn: because(
    'the peer is in one AS; `dynamicASN` counts as a value of this field',
    agree({ help: 'set asn or dynamicASN to the same value in all of these objects' }),
  ),
  holdTime: because(bgpd, agree({ unsetMeans: neighborDefaults.holdTime, say: seconds })),
  keepaliveTime: because(bgpd, agree({ unsetMeans: neighborDefaults.keepaliveTime, say: seconds })),
  connectTime: because(bgpd, agree({ unsetMeans: neighborDefaults.connectTime, say: seconds })),
  port: because(bgpd, agree({ unsetMeans: neighborDefaults.port })),
  ebgpMultiHop: because(
    'it lets peers in that are further away, which the others must want too',
    agree({ unsetMeans: false }),
  ),
  dualStackAddressFamily: because('it changes what the session carries for everybody', agree({ unsetMeans: false })),
  password: because(
    `${another}. A password from a Secret counts as its text; no message shows it`,
    same({ key: (password) => password.reveal(), say: () => hidden }),
  ),
  sourceaddress: because(another, same()),
  localASN: because(another, same()),
  bfdProfile: because('BFD only adds to what others want; two profiles cannot both be', agree()),
  enableGracefulRestart: because('it only adds: a peer without graceful restart is served as before', any()),
  addressFamilies: because('one more family takes nothing from the others', union('`[unicast]`')),
  toReceive: because(
    '`mode: all` is more than any list; filters add up, told apart by prefix, `le` and `ge`',
    widest(),
  ),
}
