import type { Frr } from '@frrkit/frr-lab'
import { frrLines } from '../frr-lines.ts'
import { printDiff } from '../print-diff.ts'
import type { Screen } from '../terminal/screen.ts'

/** What FRR is about to be told, against what it runs. */
export async function showDifference(screen: Screen, node: Frr, frrConf: string): Promise<void> {
  screen.scene('The configuration', 'Rendered for FRR, as a diff against what this FRR runs now.')
  printDiff(screen, frrLines(await node.running()), frrLines(frrConf))
}
