import type { Setting } from './probe.ts'

type Row = { readonly line: RegExp; readonly setting: (words: readonly string[]) => Setting }

const ofSession: readonly Row[] = [
  { line: /^remote-as (\d+)$/, setting: ([asn]) => ({ at: ['remoteAs'], is: Number(asn) }) },
  {
    line: /^ebgp-multihop(?: (\d+))?$/,
    setting: ([hops]) => ({ at: ['externalBgpNbrMaxHopsAway'], is: Number(hops || 255) }),
  },
  { line: /^timers connect (\d+)$/, setting: ([seconds]) => ({ at: ['connectRetryTimer'], is: Number(seconds) }) },
  { line: /^update-source (\S+)$/, setting: ([source = '']) => ({ at: ['updateSource'], is: source }) },
  { line: /^bfd$/, setting: () => ({ at: ['peerBfdInfo'], is: true }) },
]

const directions = { in: 'routeMapForIncomingAdvertisements', out: 'routeMapForOutgoingAdvertisements' } as const

/** What bgpd shows of `neighbor X …` in its answer about that neighbor; nothing where it does not tell all of it. */
export function neighborSettings(line: string, family: string | undefined): readonly Setting[] | undefined {
  if (family !== undefined) return familySettings(line, ['addressFamilyInfo', family])
  const [, keepalive, hold] = /^timers (\d+) (\d+)$/.exec(line) ?? []
  if (keepalive !== undefined) {
    return [
      { at: ['bgpTimerConfiguredKeepAliveIntervalMsecs'], is: Number(keepalive) * 1000 },
      { at: ['bgpTimerConfiguredHoldTimeMsecs'], is: Number(hold) * 1000 },
    ]
  }
  for (const row of ofSession) {
    const words = row.line.exec(line)?.slice(1)
    if (words !== undefined) return [row.setting(words.map((word) => word ?? ''))]
  }
  return undefined
}

function familySettings(line: string, at: readonly string[]): readonly Setting[] | undefined {
  if (line === 'activate') return [{ at, is: true }]
  const [, map = '', direction] = /^route-map (\S+) (in|out)$/.exec(line) ?? []
  return direction === 'in' || direction === 'out' ? [{ at: [...at, directions[direction]], is: map }] : undefined
}

/** Whether bgpd's answer about a neighbor says all of it. */
export function isNeighbor(
  answer: unknown,
  { name, there, settings }: { readonly name: string; readonly there: boolean; readonly settings: readonly Setting[] },
): boolean {
  if (!there) return valueAt(answer, ['bgpNoSuchNeighbor']) === true
  if (valueAt(answer, [name]) === undefined) return false
  return settings.every(({ at, is }) => {
    const value = valueAt(answer, [name, ...at])
    return typeof is === 'boolean' ? (value !== undefined) === is : value === is
  })
}

function valueAt(json: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined,
    json,
  )
}
