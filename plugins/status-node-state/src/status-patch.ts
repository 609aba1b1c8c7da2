import { isDeepStrictEqual } from 'node:util'
import type { NodeStateStatus } from './node-state.ts'

/** The status as the API server has it: anybody may have written anything. */
export type KnownStatus = Readonly<Record<string, unknown>>

/** The fields that must be written so that the status says what is wanted; undefined when there are none. */
export function statusPatch(known: KnownStatus, wanted: NodeStateStatus): Partial<NodeStateStatus> | undefined {
  const differing = Object.entries(wanted).filter(
    ([field, value]) => !isDeepStrictEqual(known[field] ?? empty(value), value),
  )
  return differing.length === 0 ? undefined : Object.fromEntries(differing)
}

/** An API server may leave out what is empty. */
function empty(value: unknown): unknown {
  return Array.isArray(value) ? [] : ''
}
