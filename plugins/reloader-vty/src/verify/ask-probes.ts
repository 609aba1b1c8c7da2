import type { VtyAnswer, VtyConnection } from '@frrkit/vty'
import { holds } from './holds.ts'
import type { Probe } from './probe.ts'

/** Whether every question is answered as expected; not when the daemon does not answer, or is another one by now. */
export async function askProbes(
  bgpd: VtyConnection,
  probes: readonly Probe[],
  options: { readonly inSession: number | undefined; readonly signal: AbortSignal },
): Promise<boolean> {
  if (probes.length === 0) return true
  const commands = probes.map(({ command }) => command)
  const { answers, error } = await bgpd.askAll(commands, options)
  return error === undefined && allHold(probes, answers)
}

/** Whether these are the answers that prove everything. */
export function allHold(probes: readonly Probe[], answers: readonly VtyAnswer[] = []): boolean {
  return probes.every(({ expects }, i) => {
    const answer = answers[i]
    return answer !== undefined && holds(expects, answer.text)
  })
}
