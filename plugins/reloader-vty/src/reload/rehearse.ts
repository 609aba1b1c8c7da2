import { setImmediate } from 'node:timers/promises'
import { type FrrText, parseFrrText } from '@frrkit/frr-text'
import { check } from '../check/check.ts'
import { plan } from '../plan/plan.ts'
import { reread } from '../reread/reread.ts'
import { holds } from '../verify/holds.ts'
import { probesOf } from '../verify/probes.ts'

/** To and fro each time. More of them gain little; these take a sixth of a second of a processor. */
const times = 300

/**
 * Reads, checks and plans a change that is made up, again and again and without any effect. V8 only interprets what is new to
 * it: the first change of a daemon would wait six milliseconds for that, and the next ten a half. Whatever else there is to
 * do comes in between.
 */
export async function rehearse(signal: AbortSignal): Promise<void> {
  const [fewer, more] = [madeUp(12), madeUp(13)]
  for (let i = 0; i < times && !signal.aborted; i++) {
    rehearseChange(fewer, more)
    rehearseChange(more, fewer)
    await setImmediate()
  }
}

type Text = { readonly text: string; readonly parsed: FrrText }

/** All that is not talk with FRR: answers how many questions would prove the change. */
export function rehearseChange(from: Text, { text }: Text): number {
  const again = reread(from, text)
  if (again === undefined) throw new Error('BUG: it is no change of prefixes alone')
  const { parsed, comparison } = again
  check(parsed, comparison, release, { prefixesAlone: true })
  const planned = plan({ before: from.parsed, after: parsed, comparison, release })
  if (planned.status !== 'planned') throw new Error('BUG: there is no plan')
  const probes = probesOf(planned.plan.steps, planned.plan.result) ?? []
  for (const { expects } of probes) holds(expects, expects.kind === 'entry' ? shown.entry : shown.network)
  return probes.length
}

const release = { version: '10.3' }
const shown = {
  entry: 'BGP:    seq 13 permit 10.0.13.0/24 (hit count: 0, refcount: 0)\n',
  network: '{"prefix":"10.0.13.0/24","paths":[{"origin":"IGP","valid":true,"sourced":true,"local":true}]}',
}

/** One neighbor that is told of so many prefixes. */
export function madeUp(prefixes: number): Text {
  const numbers = Array.from({ length: prefixes }, (_, i) => i + 1)
  const text = `${numbers.map((n) => `ip prefix-list out seq ${n} permit 10.0.${n}.0/24`).join('\n')}
route-map out permit 1
 match ip address prefix-list out
exit
router bgp 64512
 neighbor 192.0.2.1 remote-as 64513
 address-family ipv4 unicast
  neighbor 192.0.2.1 route-map out out
${numbers.map((n) => `  network 10.0.${n}.0/24`).join('\n')}
 exit-address-family
exit
`
  return { text, parsed: parseFrrText(text) }
}
