import { type Document, type Problem, parseDuration, say, wholeSeconds } from '@frrkit/model'
import type { BgpPeerSpec } from '../kinds/bgp-peer.ts'
import { evidenceIn, problemIn } from './problem.ts'

export type Timers = { readonly holdTime?: string; readonly keepaliveTime?: string }

/** Both as they are written, or the one that is not from the one that is: a hold time is three keepalives. */
export function timersOf({ holdTime, keepaliveTime }: Pick<BgpPeerSpec, 'holdTime' | 'keepaliveTime'>): Timers {
  if (holdTime === undefined && keepaliveTime === undefined) return {}
  const [hold, keepalive] = [holdTime, keepaliveTime].map((text) => parseDuration(text ?? '') ?? 0)
  return {
    holdTime: holdTime ?? seconds((keepalive ?? 0) * 3),
    keepaliveTime: keepaliveTime ?? seconds((hold ?? 0) / 3),
  }
}

/** FRR counts whole seconds; rounding down here shows what it will do. */
function seconds(duration: number): string {
  return `${wholeSeconds(duration)}s`
}

export function checkTimers(peer: Document<BgpPeerSpec>): readonly Problem[] {
  const { spec } = peer
  const unreadable = (['holdTime', 'keepaliveTime'] as const).filter(
    (field) => spec[field] !== undefined && parseDuration(spec[field]) === undefined,
  )
  if (unreadable.length > 0) {
    const help = 'write a number with a unit, such as 90s or 1m30s'
    return unreadable.map((field) =>
      problemIn(peer, `spec.${field}`, {
        code: 'metallb/timers',
        reason: 'not a duration',
        says: say(spec[field]),
        help,
      }),
    )
  }
  return checkPair(peer)
}

function checkPair(peer: Document<BgpPeerSpec>): readonly Problem[] {
  const { holdTime, keepaliveTime } = timersOf(peer.spec)
  const written = peer.spec.holdTime === undefined ? 'keepaliveTime' : 'holdTime'
  const problem = (reason: string, help: string) => {
    const beside =
      peer.spec.holdTime !== undefined && peer.spec.keepaliveTime !== undefined
        ? [evidenceIn(peer, 'spec.keepaliveTime', say(peer.spec.keepaliveTime))]
        : []
    return [
      problemIn(peer, `spec.${written}`, {
        code: 'metallb/timers',
        reason,
        says: say(peer.spec[written]),
        beside,
        help,
      }),
    ]
  }
  const [hold, keepalive] = [holdTime, keepaliveTime].map((text) => parseDuration(text ?? '0') ?? 0)
  const whole = wholeSeconds(hold ?? 0)
  if (whole !== 0 && whole < 3) {
    return written === 'holdTime'
      ? problem('the hold time is 0, or at least 3 seconds', 'change holdTime')
      : problem('the hold time that follows, three times this, is less than 3 seconds', 'set holdTime too')
  }
  if ((keepalive ?? 0) > (hold ?? 0)) {
    return problem('the keepalive interval is longer than the hold time', 'send keepalives more often')
  }
  return []
}
