import type { BfdProfileFields } from './fields.ts'
import { agree } from './rules/agree.ts'
import { because, type RulesFor } from './rules/rule.ts'

const milliseconds = (time: number) => `${time}ms`
const bfdd = 'bfdd does this where a profile does not say: a profile that writes it out is the same profile'

export const bfdProfileRules: RulesFor<BfdProfileFields> = {
  receiveInterval: because(bfdd, agree({ unsetMeans: 300, say: milliseconds })),
  transmitInterval: because(bfdd, agree({ unsetMeans: 300, say: milliseconds })),
  detectMultiplier: because(bfdd, agree({ unsetMeans: 3 })),
  echoInterval: because(bfdd, agree({ unsetMeans: 50, say: milliseconds })),
  echoMode: because(bfdd, agree({ unsetMeans: false })),
  passiveMode: because(bfdd, agree({ unsetMeans: false })),
  minimumTtl: because(bfdd, agree({ unsetMeans: 254 })),
}
