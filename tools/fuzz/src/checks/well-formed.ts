import { mistakesIn } from '../read/mistakes.ts'
import { readFrrConf, withoutRaw } from '../read/read-frr-conf.ts'
import type { Check } from './trial.ts'

/** What is accepted is a frr.conf of lines that we know, without the mistakes that FRR's parser lets pass. */
export const wellFormed: Check = (_, compiled) => {
  if (!compiled.ok) return
  const { frrConf, model } = compiled.value
  const [mistake] = mistakesIn(readFrrConf(withoutRaw(frrConf, model.rawSnippets)))
  if (mistake !== undefined) throw new Error(mistake)
}
