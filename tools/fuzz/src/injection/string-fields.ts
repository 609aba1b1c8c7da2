import { kinds, type Schema } from '@frrkit/api'

/** Every field of a kind that holds text: `spec.bgp.routers[].vrf`; `{}` is a key of a map, or its value. */
export function stringFieldsOf(kind: string): readonly string[] {
  const found = kinds.find((candidate) => candidate.kind === kind)
  const spec = found?.schema.properties?.spec
  if (spec === undefined) throw new Error(`BUG: no schema of the spec of ${kind}`)
  return [...new Set(stringsIn(spec, 'spec'))]
}

function stringsIn({ type, properties = {}, items, additionalProperties }: Schema, path: string): readonly string[] {
  if (type === 'string') return [path]
  return [
    ...Object.entries(properties).flatMap(([key, field]) => stringsIn(field, `${path}.${key}`)),
    ...(items === undefined ? [] : stringsIn(items, `${path}[]`)),
    ...(typeof additionalProperties === 'object' ? stringsIn(additionalProperties, `${path}{}`) : []),
  ]
}
