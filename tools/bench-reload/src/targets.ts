import { median, type Result } from './result.ts'

export type Verdict = { readonly target: string; readonly met: boolean }

/** What was promised for such a change, and whether it was kept. */
export function verdicts({ frr, loaded, neighbors = 0, change, ...samples }: Result): readonly Verdict[] {
  const [ours, frrReload, daemons, vtyshFile] = [
    median(samples.ours),
    median(samples.frrReload),
    median(samples.daemons),
    median(samples.vtyshFile ?? []),
  ]
  if (ours === undefined) return []
  const found: Verdict[] = []
  if (neighbors === 0 && change.startsWith('one prefix')) {
    const factor = factorFor(loaded, Number.parseInt(frr, 10))
    if (factor !== undefined && frrReload !== undefined)
      found.push({ target: `≥ ${factor}×`, met: frrReload / ours >= factor })
    if (loaded <= 10) found.push({ target: '≤ 30 ms', met: ours <= 30 })
  }
  if (change === 'first load' && vtyshFile !== undefined)
    found.push({ target: 'not slower than vtysh -f', met: ours <= vtyshFile })
  if (daemons !== undefined) found.push({ target: '≤ 2× the daemons', met: ours <= 2 * daemons })
  return found
}

/** How many times faster than frr-reload.py one prefix has to be. */
function factorFor(loaded: number, major: number): number | undefined {
  if (loaded <= 10) return 25
  if (loaded <= 1000) return major >= 10 ? 20 : 10
  return major >= 10 ? 15 : undefined
}
