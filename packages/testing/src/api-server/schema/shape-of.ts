import type { Resource } from '../resource.ts'
import type { StructuralSchema } from './structural-schema.ts'

/** How the parts of an object merge: its schema, or what the table says of a kind without one. */
export function shapeOf({ schema = {}, mergeKeys = {} }: Resource): StructuralSchema {
  const paths = Object.entries(mergeKeys).map(([path, key]) => ({ path: path.split('.'), key }))
  const shaped = paths.reduce((shape, { path, key }) => withList(shape, path, key), schema)
  return { ...shaped, properties: { ...shaped.properties, metadata } }
}

const metadata: StructuralSchema = {
  properties: {
    ownerReferences: {
      'x-kubernetes-list-type': 'map',
      'x-kubernetes-list-map-keys': ['uid'],
      items: { 'x-kubernetes-map-type': 'atomic' },
    },
    finalizers: { 'x-kubernetes-list-type': 'set' },
  },
}

function withList(shape: StructuralSchema, path: readonly string[], key: string): StructuralSchema {
  const [first, ...rest] = path
  if (first === undefined) return { ...shape, 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': [key] }
  return {
    ...shape,
    properties: { ...shape.properties, [first]: withList(shape.properties?.[first] ?? {}, rest, key) },
  }
}

/** The schema of a field of an object. */
export function fieldShape(
  { properties = {}, additionalProperties }: StructuralSchema,
  name: string,
): StructuralSchema {
  const known = Object.hasOwn(properties, name) ? properties[name] : additionalProperties
  return typeof known === 'object' ? known : {}
}

/** The fields by which a list knows its entries again; undefined where it is replaced as a whole, or is a set. */
export function mapKeys(shape: StructuralSchema): readonly string[] | undefined {
  return shape['x-kubernetes-list-type'] === 'map' ? shape['x-kubernetes-list-map-keys'] : undefined
}

export function isSet(shape: StructuralSchema): boolean {
  return shape['x-kubernetes-list-type'] === 'set'
}

export function isAtomicMap(shape: StructuralSchema): boolean {
  return shape['x-kubernetes-map-type'] === 'atomic'
}
