import type { SourceObject } from '@frrkit/model'
import * as fc from 'fast-check'

/** A change of one value somewhere in one object: what people mistype, and what two of them disagree about. */
export type Deviation = {
  readonly object: number
  readonly place: number
  /** Only what a neighbor is or does by itself: where objects that share one may disagree. */
  readonly inNeighbor: boolean
  readonly change: /** A text where there is a text, a number where there is a number. */
    | { readonly text: string; readonly number: number }
    | { readonly anything: unknown }
    | 'remove'
    /** Writes an entry of a list twice. */
    | 'repeat'
    /** Takes the value of a like-named field elsewhere in the world. */
    | 'swap'
}

const texts = [
  '',
  ' ',
  'x y',
  'a\nb',
  '\0',
  'red',
  'eth0',
  'default',
  '192.0.2.1',
  '2001:db8::7',
  'fe80::1',
  '10.0.0.0/33',
  '10.0.0.0/8',
  'fe80::/64',
  '::/0',
  '64500:7',
  '*:1010',
  'large:1:2:3',
  '70000:70000',
  '90s',
  '1.5s',
  '-5s',
  '65536s',
  'soon',
  'internal',
  'all',
  'evpn',
  'fast',
  'password-0',
  'x'.repeat(100),
  '__proto__',
  'constructor',
]

const numbers = [0, 1, 2, 3, 33, 129, 179, 64_512, 65_001, -1, 1.5, 4_294_967_295, 4_294_967_296]
const things = [true, false, null, [], {}, ['unicast'], { name: 'x' }, 1e300, 'x']

// Without bias towards small numbers, which would hit the outermost values only.
const places = fc.noBias(fc.nat(10_000))

export const deviations: fc.Arbitrary<Deviation> = fc.record({
  object: fc.nat(5),
  place: places,
  inNeighbor: fc.boolean(),
  change: fc.oneof(
    { arbitrary: fc.record({ text: fc.constantFrom(...texts), number: fc.constantFrom(...numbers) }), weight: 4 },
    { arbitrary: fc.constantFrom<'remove' | 'repeat' | 'swap'>('remove', 'repeat', 'swap'), weight: 3 },
    { arbitrary: fc.constantFrom<unknown[]>(...things).map((anything) => ({ anything })), weight: 1 },
  ),
})

type Place = { readonly parent: Record<string, unknown>; readonly key: string }

/** The objects with one of them changed; the others are the same ones. */
export function deviate(objects: readonly SourceObject[], deviation: Deviation): readonly SourceObject[] {
  const { object, place, inNeighbor, change } = deviation
  const index = object % Math.max(1, objects.length)
  const given = objects[index]
  if (given === undefined) return objects
  const body = structuredClone(given.body)
  const all = placesIn(body).filter(({ parent }) => !inNeighbor || isNeighbor(parent))
  const chosen = all[place % Math.max(1, all.length)]
  if (chosen === undefined) return objects
  apply(
    chosen,
    change,
    objects.flatMap((other) => placesIn(other.body)),
  )
  return objects.toSpliced(index, 1, { ...given, body })
}

function apply({ parent, key }: Place, change: Deviation['change'], everywhere: readonly Place[]): void {
  if (change === 'remove') {
    if (Array.isArray(parent)) parent.splice(Number(key), 1)
    else delete parent[key]
  } else if (change === 'repeat') {
    if (Array.isArray(parent)) parent.push(structuredClone(parent[Number(key)]))
  } else if (change === 'swap') {
    const other = everywhere.findLast((place) => place.key === key && place.parent[key] !== parent[key])
    if (other !== undefined) parent[key] = structuredClone(other.parent[key])
  } else if ('anything' in change) parent[key] = structuredClone(change.anything)
  // A password that is a word of frr.conf would be found there, leak or no leak.
  else if (key === 'password') parent[key] = `Zq9${change.text}`
  else if (typeof parent[key] === 'string') parent[key] = change.text
  else if (typeof parent[key] === 'number') parent[key] = change.number
  else if (typeof parent[key] === 'boolean') parent[key] = !parent[key]
}

function isNeighbor(parent: object): boolean {
  return 'address' in parent || 'interface' in parent
}

/** Every value below `spec`, outermost first. */
function placesIn(body: unknown): readonly Place[] {
  const { spec } = body as { readonly spec?: unknown }
  return spec === undefined ? [] : [{ parent: body as Record<string, unknown>, key: 'spec' }, ...below(spec)]
}

function below(value: unknown): readonly Place[] {
  if (typeof value !== 'object' || value === null) return []
  const parent = value as Record<string, unknown>
  // Raw text is FRR's own language and verbatim: what stands in it is nobody's to check.
  const keys = Object.keys(parent).filter((key) => key !== 'rawConfig')
  return keys.flatMap((key) => [{ parent, key }, ...below(parent[key])])
}
