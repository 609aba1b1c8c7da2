import type { FrrText } from '@frrkit/frr-text'

/** The 8 of 8.4.4; 0 where FRR did not say. */
export function majorOf({ release: { version } }: FrrText): number {
  return Number.parseInt(version ?? '', 10) || 0
}
