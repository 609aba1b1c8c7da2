import type { BfdProfileSpec, FrrConfigurationSpec, NeighborSpec, RouterSpec } from '@frrkit/api'
import { apiVersion, compareText, type ObjectRef, type Origin, type SourceObject } from '@frrkit/model'
import { hostnameLabel } from '../check/others.ts'
import { set } from '../check/session.ts'
import type { Settings } from '../options.ts'
import type { Configuration } from '../read-configuration.ts'
import { originsAt, type Session } from '../sessions.ts'
import type { Prefixes, Told } from './told.ts'

type Writable = Record<string, Origin | readonly Origin[]>

/** The FRRConfiguration that MetalLB writes for this node; undefined where it has nothing to say. */
export function documentOf(
  { node, sessions, bfdProfiles }: Configuration,
  told: readonly Told[],
  { frrk8sNamespace }: Settings,
): SourceObject | undefined {
  if (sessions.length === 0 && bfdProfiles.length === 0) return undefined
  const [first] = [...sessions.map(({ peer }) => peer), ...bfdProfiles]
  const origins: Writable = {
    'spec.nodeSelector': { object: node.object, path: 'metadata.labels' },
    ...(first && { 'metadata.name': { object: first.object, path: 'metadata.name' } }),
  }
  const spec: FrrConfigurationSpec = {
    bgp: { routers: routersOf(told, origins), bfdProfiles: profilesOf(bfdProfiles, origins) },
    nodeSelector: { matchLabels: { [hostnameLabel]: node.labels[hostnameLabel] ?? '' } },
  }
  const kind = 'FRRConfiguration'
  const metadata = { name: `metallb-${node.object.name}`, namespace: frrk8sNamespace }
  const body = { apiVersion, kind, metadata, spec }
  const object: ObjectRef = { kind, ...metadata, ...created(sessions) }
  return { object, apiVersion, body, unknownFields: 'refuse', origins }
}

/** As old as its oldest peer: where objects contradict each other, the newest are suspected first. */
function created(sessions: readonly Session[]): Pick<ObjectRef, 'created'> {
  const [oldest] = sessions.flatMap(({ peer }) => peer.object.created ?? []).toSorted(compareText)
  return oldest === undefined ? {} : { created: oldest }
}

function routersOf(told: readonly Told[], origins: Writable): readonly RouterSpec[] {
  const all = told.flatMap((one) => one.sessions.map((session) => ({ session, told: one })))
  const groups = Map.groupBy(all, ({ session: { router } }) => `${router.asn}@${router.vrf}`)
  const routers = [...groups.values()].map((members) => ({ members, id: idOf(members.map(({ session }) => session)) }))
  const key = ({ members, id }: (typeof routers)[number]) => {
    const { asn, vrf } = members[0]?.session.router ?? { asn: 0, vrf: '' }
    return `${asn}@${id?.spec.routerID ?? '<nil>'}@${vrf}`
  }
  return routers
    .toSorted((a, b) => compareText(key(a), key(b)))
    .map(({ members, id }, i) => routerOf(members, id, { path: `spec.bgp.routers[${i}]`, origins }))
}

type Member = { readonly session: Session; readonly told: Told }
type Place = { readonly path: string; readonly origins: Writable }

/** The peer that says which id the router has, if one does; the others then say the same or nothing. */
function idOf(sessions: readonly Session[]): Session['peer'] | undefined {
  return sessions.map(({ peer }) => peer).find(({ spec }) => set(spec.routerID) !== undefined)
}

function routerOf(members: readonly Member[], id: Session['peer'] | undefined, { path, origins }: Place): RouterSpec {
  const sorted = members.toSorted((a, b) => compareText(a.session.order, b.session.order))
  const [first] = sorted
  if (first === undefined) throw new Error('BUG: a router without neighbors')
  const { asn, vrf } = first.session.router
  const { object } = first.session.peer
  origins[path] = { object, path: 'spec' }
  origins[`${path}.asn`] = { object, path: 'spec.myASN' }
  if (id !== undefined) origins[`${path}.id`] = { object: id.object, path: 'spec.routerID' }
  if (vrf !== '') origins[`${path}.vrf`] = { object, path: 'spec.vrf' }
  const neighbors = sorted.map((member, i) => neighborOf(member, { path: `${path}.neighbors[${i}]`, origins }))
  const prefixes = union(sorted.map(({ told }) => told))
  if (prefixes.origins.length > 0) origins[`${path}.prefixes`] = prefixes.origins
  return {
    asn,
    ...(id?.spec.routerID !== undefined && { id: id.spec.routerID }),
    ...(vrf !== '' && { vrf }),
    neighbors,
    prefixes: prefixes.texts,
  }
}

function neighborOf({ session, told }: Member, { path, origins }: Place): NeighborSpec {
  const at = `${path}.toAdvertise`
  Object.assign(origins, originsAt(path, session))
  if (told.prefixes.origins.length > 0) origins[`${at}.allowed.prefixes`] = told.prefixes.origins
  for (const [i, { origin }] of told.localPrefs.entries()) origins[`${at}.withLocalPref[${i}]`] = origin
  for (const [i, { origin }] of told.communities.entries()) origins[`${at}.withCommunity[${i}]`] = origin
  const withLocalPref = told.localPrefs.map(({ localPref, prefixes }) => ({ prefixes, localPref }))
  const withCommunity = told.communities.map(({ community, prefixes }) => ({ prefixes, community }))
  return {
    ...session.neighbor,
    toAdvertise: {
      allowed: { mode: 'filtered', prefixes: told.prefixes.texts },
      ...(withLocalPref.length > 0 && { withLocalPref }),
      ...(withCommunity.length > 0 && { withCommunity }),
    },
  }
}

/** What at least one of the neighbors is told. Mostly all are told the same, and then it is the same list. */
function union(told: readonly Told[]): Prefixes {
  return [...new Set(told.map(({ prefixes }) => prefixes))].reduce(merged, { texts: [], origins: [] })
}

/** Two sorted lists as one. */
function merged(a: Prefixes, b: Prefixes): Prefixes {
  if (a.texts.length === 0 || b.texts.length === 0) return a.texts.length === 0 ? b : a
  const texts: string[] = []
  const origins: Origin[] = []
  const take = (from: Prefixes, i: number) => {
    texts.push(from.texts[i] ?? '')
    origins.push(...from.origins.slice(i, i + 1))
  }
  let [i, j] = [0, 0]
  while (i < a.texts.length || j < b.texts.length) {
    const [left, right] = [a.texts[i], b.texts[j]]
    const fromA = right === undefined || (left !== undefined && left <= right)
    if (left === right) j++
    if (fromA) take(a, i++)
    else take(b, j++)
  }
  return { texts, origins }
}

/** All of them, used or not, as a profile may be used by others who name it. */
function profilesOf(documents: Configuration['bfdProfiles'], origins: Writable): readonly BfdProfileSpec[] {
  return documents.map(({ object, spec }, i) => {
    const path = `spec.bgp.bfdProfiles[${i}]`
    origins[path] = { object, path: 'spec' }
    origins[`${path}.name`] = { object, path: 'metadata.name' }
    for (const field of Object.keys(spec ?? {})) origins[`${path}.${field}`] = { object, path: `spec.${field}` }
    return { name: object.name, ...spec, echoMode: spec?.echoMode ?? false, passiveMode: spec?.passiveMode ?? false }
  })
}
