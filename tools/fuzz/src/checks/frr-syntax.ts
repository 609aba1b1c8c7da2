import { refusedByParser } from '../forewarned.ts'
import type { SyntaxCheck } from '../vtysh.ts'
import type { Check } from './trial.ts'

/** FRR's own parser takes whatever we accept, but for lines of which a warning says that FRR does not know them. */
export function frrSyntax(vtysh: SyntaxCheck): Check {
  return (_, compiled) => {
    if (!compiled.ok || compiled.value.problems.some(refusedByParser)) return
    const said = vtysh(compiled.value.frrConf)
    if (said !== '') throw new Error(`vtysh -C says: ${said}`)
  }
}
