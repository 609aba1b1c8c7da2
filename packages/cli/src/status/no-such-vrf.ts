import { compareText, type Problem } from '@frrkit/model'

/** A VRF that was asked for and has no session: a misspelt one would pass for one in which all is well. */
export function noSuchVrf(asked: string | undefined, vrfs: readonly string[]): readonly Problem[] {
  if (asked === undefined || asked === 'default' || vrfs.includes(asked)) return []
  const others = [...new Set(vrfs)].toSorted(compareText)
  return [
    {
      code: 'cli/unknown-vrf',
      severity: 'error',
      subject: `vrf ${asked}`,
      field: '',
      reason: 'it has neither neighbors nor BFD peers',
      evidence: [],
      help: others.length === 0 ? 'no VRF has any' : `choose one that has: ${others.join(', ')}`,
    },
  ]
}
