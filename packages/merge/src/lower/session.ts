import { type Neighbor, type Origin, originOf } from '@frrkit/model'
import type { NeighborEntry } from '../neighbor-entry.ts'

/** A neighbor, as far as its router has to know it; also there where nobody can tell whom it means. */
export type Session = {
  readonly subject: string
  readonly origin: Origin
  readonly addressFamilies: { readonly value: Neighbor['addressFamilies']; readonly origin: Origin }
}

export function lowerSession({ document, path, subject, addressFamilies }: NeighborEntry): Session {
  return {
    subject,
    origin: originOf(document, path),
    addressFamilies: { value: addressFamilies, origin: originOf(document, `${path}.addressFamilies`) },
  }
}
