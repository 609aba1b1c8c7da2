import { canRunLab, type LabVerdict } from './can-run-lab.ts'

/**
 * For `describe.runIf(await requireLab())`. With CI set, a machine that cannot run labs throws: a test that CI skips is a
 * test that nobody runs. Elsewhere the answer is `false`, and the reason is printed.
 */
export async function requireLab(): Promise<boolean> {
  return decide(await canRunLab(), { ci: isCi(process.env.CI), print: (line) => process.stderr.write(`${line}\n`) })
}

/** CI services set `CI=true`; people switch it off by `CI=` or `CI=false`. */
export function isCi(value: string | undefined): boolean {
  return !['', '0', 'false'].includes(value ?? '')
}

export function decide(verdict: LabVerdict, { ci, print }: { ci: boolean; print: (line: string) => void }): boolean {
  if (verdict.ok) return true
  const { reason, fix } = verdict
  if (ci) throw new Error(`tests with a real FRR cannot run: ${reason}\nhelp: ${fix}`)
  print(`tests with a real FRR are skipped: ${reason}\nhelp: ${fix}`)
  return false
}
