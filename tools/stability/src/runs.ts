import type { Frr } from '@frrkit/frr-lab'
import { compareWithRunning, isEmpty, parseFrrText } from '@frrkit/frr-text'

/** Whether FRR runs exactly this, by what all its daemons show. */
export async function runs(frr: Frr, frrConf: string): Promise<boolean> {
  return isEmpty(compareWithRunning(parseFrrText(await frr.running()), parseFrrText(frrConf)))
}
