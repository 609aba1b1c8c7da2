import type { Problem } from '@frrkit/model'
import type { NeighborEntry } from '../neighbor-entry.ts'
import type { Outline, RouterEntry } from '../outline.ts'
import { addressOrInterface } from './address-or-interface.ts'
import { advertisedPrefixes } from './advertised-prefixes.ts'
import { asnOrDynamicAsn } from './asn-or-dynamic-asn.ts'
import { bfdProfileNames } from './bfd-profile-names.ts'
import { communities } from './communities.ts'
import { ebgpMultiHop } from './ebgp-multi-hop.ts'
import { imports } from './imports.ts'
import { localAsn } from './local-asn.ts'
import { localPrefs } from './local-prefs.ts'
import { nextHops } from './next-hops.ts'
import { onePassword } from './one-password.ts'
import { receiveFilters } from './receive-filters.ts'
import { routeTargets } from './route-targets.ts'
import { routerPrefixes } from './router-prefixes.ts'
import { routerWords } from './router-words.ts'
import { sessionWords } from './session-words.ts'
import { timers } from './timers.ts'
import { unknownBfdProfile } from './unknown-bfd-profile.ts'
import { withoutEffect } from './without-effect.ts'

type Check<Entry> = (entry: Entry, outline: Outline) => readonly Problem[]

const routerChecks: readonly Check<RouterEntry>[] = [routerWords, routerPrefixes, imports, routeTargets]

const neighborChecks: readonly Check<NeighborEntry>[] = [
  addressOrInterface,
  asnOrDynamicAsn,
  localAsn,
  sessionWords,
  onePassword,
  timers,
  unknownBfdProfile,
  ebgpMultiHop,
  nextHops,
  advertisedPrefixes,
  localPrefs,
  communities,
  receiveFilters,
  withoutEffect,
]

/** One document must make sense alone, whatever others say. */
export function checkAlone(outline: Outline): readonly Problem[] {
  return [
    ...bfdProfileNames(outline),
    ...outline.routers.flatMap((entry) => routerChecks.flatMap((check) => check(entry, outline))),
    ...outline.neighbors.flatMap((entry) => neighborChecks.flatMap((check) => check(entry, outline))),
  ]
}
