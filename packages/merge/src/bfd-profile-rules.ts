import type { BfdProfileFields } from './fields.ts'
import { agree } from './rules/agree.ts'
import type { RulesFor } from './rules/rule.ts'

const milliseconds = (time: number) => `${time}ms`

// What bfdd does where a profile does not say: a profile that writes it out is the same profile.
export const bfdProfileRules: RulesFor<BfdProfileFields> = {
  receiveInterval: agree({ unsetMeans: 300, say: milliseconds }),
  transmitInterval: agree({ unsetMeans: 300, say: milliseconds }),
  detectMultiplier: agree({ unsetMeans: 3 }),
  echoInterval: agree({ unsetMeans: 50, say: milliseconds }),
  echoMode: agree({ unsetMeans: false }),
  passiveMode: agree({ unsetMeans: false }),
  minimumTtl: agree({ unsetMeans: 254 }),
}
