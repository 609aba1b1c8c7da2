import type { VtyConnection } from '@frrkit/vty'
import { holds, type Probe } from './probes.ts'

/** Whether every question is answered as expected; not when the daemon does not answer, or is another one by now. */
export async function askProbes(
  bgpd: VtyConnection,
  probes: readonly Probe[],
  options: { readonly inSession: number | undefined; readonly signal: AbortSignal },
): Promise<boolean> {
  if (probes.length === 0) return true
  const { answers, error } = await bgpd.askAll(['enable', ...probes.map(({ command }) => command)], options)
  return error === undefined && probes.every(({ expects }, i) => holds(expects, answers[i + 1]?.text ?? ''))
}
