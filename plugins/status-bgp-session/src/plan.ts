import { isDeepStrictEqual } from 'node:util'
import type { OwnerReference } from '@frrkit/k8s'
import { type Session, type SessionStatus, sessionKey } from './session.ts'

/** A BGPSessionState as far as it is compared; anybody may have written anything into it. */
export type KnownSession = {
  readonly name: string
  readonly uid: string
  readonly created: string
  readonly resourceVersion: string
  readonly labels: Readonly<Record<string, string>>
  readonly status: Readonly<Record<string, unknown>>
  readonly ownerReferences: readonly unknown[]
}

export type Plan = {
  readonly create: readonly Session[]
  readonly write: readonly { readonly object: KnownSession; readonly status: Partial<SessionStatus> }[]
  readonly own: readonly KnownSession[]
  readonly remove: readonly KnownSession[]
}

/** What to do so that there is one object for each session, it says what is so, and nothing else is left. */
export function plan(
  known: readonly KnownSession[],
  sessions: readonly Session[],
  owner: OwnerReference | undefined,
): Plan {
  const objects = Map.groupBy(known.toSorted(older), ({ labels }) => sessionKey(labels))
  const wanted = new Map(sessions.map((session) => [sessionKey(session.labels), session]))
  const kept = [...wanted].flatMap(([key, session]) => {
    const object = objects.get(key)?.[0]
    return object === undefined ? [] : { object, session }
  })
  const keeps = new Set(kept.map(({ object }) => object))
  return {
    create: [...wanted].flatMap(([key, session]) => (objects.has(key) ? [] : session)),
    write: kept.flatMap(({ object, session }) => {
      const status = difference(object.status, session.status)
      return status === undefined ? [] : { object, status }
    }),
    // The pod of before takes its objects along when it is collected; what is ours belongs to us from now on.
    own: owner === undefined ? [] : [...keeps].filter((object) => !isDeepStrictEqual(object.ownerReferences, [owner])),
    remove: known.filter((object) => !keeps.has(object)),
  }
}

function difference(known: KnownSession['status'], wanted: SessionStatus): Partial<SessionStatus> | undefined {
  const differing = Object.entries(wanted).filter(([field, value]) => known[field] !== value)
  return differing.length === 0 ? undefined : Object.fromEntries(differing)
}

/** Of two objects for one session the older one stays, on every node and after every restart the same. */
function older(a: KnownSession, b: KnownSession): number {
  return a.created < b.created ? -1 : a.created > b.created ? 1 : a.name < b.name ? -1 : 1
}
