import { setTimeout as sleep } from 'node:timers/promises'
import type { Notice } from '@frrkit/plugin'
import { type DaemonName, describeVtyError, type VtyError } from '@frrkit/vty'
import type { Daemons } from '../frr/daemons.ts'
import type { Alarm } from './alarm.ts'

export type Watched = {
  readonly daemons: Daemons
  readonly alarm: Alarm
  /** Milliseconds between two audits; 0 for none. */
  readonly auditEvery: number
  /** Looks at FRR in its turn; answers what is to be said about it. */
  readonly audit: (signal: AbortSignal) => Promise<Looked>
  /** Calls for every daemon that ends a connection, until the answer is called. */
  readonly onLost: (lost: (error: VtyError) => void) => () => void
  /** Ends the connections, when nobody uses them. */
  readonly close: () => Promise<void>
}

export type Looked = {
  readonly notice: Notice | undefined
  /** Milliseconds of the audit itself: what it waited for its turn was somebody else's. */
  readonly took: number
}

/** Of the time between two audits, an audit may take FRR and us a hundredth … */
const idleShare = 100
/** … unless the next one would come so many times later than asked for: on a busy machine everything takes long. */
const latest = 10

/** Milliseconds from an audit to the next one. */
export function pauseAfter(took: number, auditEvery: number): number {
  return Math.min(Math.max(auditEvery, took * idleShare), auditEvery * latest)
}

/** A daemon that began anew may be given its frr.conf a moment after it was looked at. */
const afterRestart = 2_000

/** Milliseconds between two knocks at the socket of a daemon that has ended. */
const knockEvery = 200

/** Tells when FRR may not run any more what it was told: a daemon ended, came back, or an audit found something. */
export async function watch(watched: Watched, noticed: (notice: Notice) => void, signal: AbortSignal): Promise<void> {
  const { daemons, alarm, auditEvery, audit, onLost, close } = watched
  const returning = new Set<DaemonName>()
  const waitFor = async (daemon: DaemonName): Promise<void> => {
    if (returning.has(daemon)) return
    returning.add(daemon)
    try {
      do await sleep(knockEvery, undefined, { signal })
      while (!(await daemons.connection(daemon).open({ signal })).ok)
      noticed({ kind: 'again', words: `${daemon} is back` })
      alarm.within(afterRestart)
    } catch {
      // Aborted: nobody waits for it any more.
    } finally {
      returning.delete(daemon)
    }
  }
  const stop = onLost((error) => {
    noticed({ kind: 'again', words: describeVtyError(error) })
    void waitFor(error.daemon)
  })
  try {
    for (let pause = auditEvery; ; ) {
      if (auditEvery > 0) alarm.within(pause)
      await alarm.ring(signal)
      const { notice, took } = await audit(signal)
      if (notice !== undefined) noticed(notice)
      pause = pauseAfter(took, auditEvery)
    }
  } finally {
    stop()
    alarm.stop()
    await close()
  }
}
