import { isDeepStrictEqual } from 'node:util'
import type { KubeObject } from '../kube-object.ts'
import { refuse } from '../refusal.ts'
import type { Resource } from '../resource.ts'
import { shapeOf } from '../schema/shape-of.ts'
import { isBelow, removeAt, showPath, splitSegments } from './field-path.ts'
import { appliedSet, container, fieldsOf } from './field-set.ts'
import {
  entriesOf,
  entryOf,
  type ManagedEntry,
  minus,
  ownable,
  ownedBy,
  sameWriter,
  trackUpdate,
  type Writer,
  withEntries,
  withFields,
} from './managed-fields.ts'
import { mergeApplied } from './merge-applied.ts'

/** Server-side apply: the object as it is then, or a refusal where another manager wants something else. */
export function apply(
  resource: Resource,
  live: KubeObject,
  config: KubeObject,
  writer: Writer,
  force: boolean,
): KubeObject {
  const shape = shapeOf(resource)
  const wanted = ownable(resource, config, writer.subresource)
  const applied = appliedSet(shape, wanted)
  const entries = ownersOf(resource, live, writer)
  const own = entries.find((entry) => sameWriter(entry, writer))
  const others = entries.filter((entry) => entry !== own)

  const before = fieldsOf(shape, live)
  const after = fieldsOf(shape, wanted)
  // To want an object, without saying what is in it, contradicts nothing.
  const differs = (path: string): boolean =>
    ![before.get(path), after.get(path)].includes(container) && !isDeepStrictEqual(before.get(path), after.get(path))
  const conflicts = others.flatMap((entry) =>
    [...ownedBy(entry)].filter((path) => applied.has(path) && differs(path)).map((path) => ({ entry, path })),
  )
  if (conflicts.length > 0 && !force && !isMigration(resource, live, writer, conflicts)) refuseConflicts(conflicts)

  const overruled = new Set(conflicts.map(({ path }) => path))
  const left = others.map((entry) => withFields(entry, minus(ownedBy(entry), overruled)))
  const wantedStill = [...left.flatMap((entry) => [...ownedBy(entry)]), ...applied]
  const given = own ? [...minus(ownedBy(own), applied)] : []
  const dropped = given.filter((path) => !wantedStill.some((kept) => kept === path || isBelow(kept, path)))
  const merged = mergeApplied(shape, live, wanted)
  // An entry of a list goes before its fields: without them it would not be known again.
  const next = dropped
    .toSorted((a, b) => a.length - b.length)
    .reduce<unknown>((object, path) => removeAt(object, splitSegments(path)), merged) as KubeObject
  return withEntries(next, [...left, entryOf(resource, writer, applied)])
}

/** kubectl going over from its own apply to the server's has no quarrel with itself. */
function isMigration(
  resource: Resource,
  live: KubeObject,
  { manager }: Writer,
  conflicts: readonly Conflict[],
): boolean {
  const last = live.metadata.annotations?.['kubectl.kubernetes.io/last-applied-configuration']
  if (manager !== 'kubectl' || last === undefined) return false
  const shape = shapeOf(resource)
  const known = fieldsOf(shape, ownable(resource, JSON.parse(last) as KubeObject, undefined))
  const there = fieldsOf(shape, live)
  return conflicts.every(({ entry, path }) => {
    // What others have changed since, defaults in a list among them, is not kubectl's own any more.
    const unchanged = known.has(path) && isDeepStrictEqual(known.get(path), there.get(path))
    return unchanged && entry.manager === 'kubectl-client-side-apply'
  })
}

/** An object of before anybody applied belongs to somebody, too. */
function ownersOf(resource: Resource, live: KubeObject, writer: Writer): readonly ManagedEntry[] {
  const known = entriesOf(live)
  if (known.length > 0 || live.metadata.uid === undefined) return known
  return entriesOf(
    trackUpdate(resource, undefined, live, { manager: 'before-first-apply', operation: 'Update', time: writer.time }),
  )
}

type Conflict = { readonly entry: ManagedEntry; readonly path: string }

function refuseConflicts(conflicts: readonly Conflict[]): never {
  const byOwner = Map.groupBy(conflicts, ({ entry }) => ownerText(entry))
  const texts = [...byOwner].map(([owner, those]) => {
    const [only, ...more] = those
    if (only !== undefined && more.length === 0) return `conflict with ${owner}: ${showPath(only.path)}`
    return `conflicts with ${owner}:\n${those.map(({ path }) => `- ${showPath(path)}`).join('\n')}`
  })
  const count = conflicts.length === 1 ? '1 conflict' : `${conflicts.length} conflicts`
  refuse(409, `Apply failed with ${count}: ${texts.join('\n')}`, {
    details: {
      causes: conflicts.map(({ entry, path }) => {
        return { reason: 'FieldManagerConflict', message: `conflict with ${ownerText(entry)}`, field: showPath(path) }
      }),
    },
  })
}

function ownerText({ manager, operation, subresource, apiVersion }: ManagedEntry): string {
  const where = subresource === undefined ? '' : ` with subresource "${subresource}"`
  return `"${manager}"${where}${operation === 'Update' ? ` using ${apiVersion}` : ''}`
}
