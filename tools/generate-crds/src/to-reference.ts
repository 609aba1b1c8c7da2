import { celKeyword, group, type Kind, type Schema, version } from '@frrkit/api'
import { cell } from './cell.ts'

/** The API reference page: a table for each object of each kind, in the order of the schema. */
export function toReference(kinds: readonly Kind[]): string {
  const pages = kinds.map((kind) => [`## ${kind.kind}`, kindIntro(kind), ...objects(kind).map(table)].join('\n\n'))
  return `# API reference: ${group}/${version}

Generated from the schemas in \`packages/api\` by \`npm run generate\`; do not edit. What is written by people is FRRConfiguration and
FRRK8sConfiguration; the other kinds are written by the daemons. In a cluster, \`kubectl explain\` says the same.

| kind | scope | what it is |
|---|---|---|
${kinds.map(row).join('\n')}

How a field of an FRRConfiguration comes together with what other objects say is in [merge rules](merge-rules.md).

${pages.join('\n\n')}
`
}

function row({ kind, schema, scope }: Kind): string {
  return `| [${kind}](#${kind.toLowerCase()}) | ${scope} | ${cell(schema.description ?? '')} |`
}

function kindIntro({ schema, scope, plural }: Kind): string {
  return `${schema.description ?? ''} ${scope === 'Cluster' ? 'Cluster-scoped' : 'Namespaced'}, \`${plural}.${group}\`.`
}

type Titled = { readonly path: string; readonly schema: Schema }

/** Every object below spec and status that has fields, outermost first. */
function objects({ schema }: Kind): readonly Titled[] {
  return ['spec', 'status'].flatMap((part) => {
    const below = schema.properties?.[part]
    return below === undefined ? [] : walk({ path: part, schema: below })
  })
}

function walk({ path, schema }: Titled): readonly Titled[] {
  const inside = schema.items ?? schema
  const itself = schema.items === undefined ? path : `${path}[]`
  if (inside.properties === undefined) return []
  const below = Object.entries(inside.properties).flatMap(([key, field]) =>
    walk({ path: `${itself}.${key}`, schema: field }),
  )
  return [{ path: itself, schema: inside }, ...below]
}

function table({ path, schema }: Titled): string {
  const rows = Object.entries(schema.properties ?? {}).map(([key, field]) => {
    const mark = schema.required?.includes(key) === true ? ' **required**' : ''
    return `| \`${key}\`${mark} | ${typeOf(field)} | ${limits(field)} | ${cell(field.description ?? field.items?.description ?? '')} |`
  })
  return [`### \`${path}\``, '', '| field | type | limits | meaning |', '|---|---|---|---|', ...rows].join('\n')
}

function typeOf({ type, items, additionalProperties }: Schema): string {
  if (type === 'array') return `list of ${items?.type === 'object' ? 'objects' : `${items?.type ?? 'value'}s`}`
  if (typeof additionalProperties === 'object') return `map of ${additionalProperties.type}s`
  return type ?? ''
}

function limits(schema: Schema): string {
  const inner = schema.items ?? schema
  const { minimum, maximum } = inner
  const parts = [
    inner.enum?.map((value) => `\`${value}\``).join(', '),
    minimum !== undefined && maximum !== undefined && `${minimum}–${maximum}`,
    inner.maxLength !== undefined && `at most ${inner.maxLength} characters`,
    inner.format !== undefined && !inner.format.startsWith('int') && inner.format,
    schema.minItems !== undefined && `at least ${schema.minItems}`,
    schema.maxItems !== undefined && `at most ${schema.maxItems}`,
    schema.default !== undefined && `default \`${JSON.stringify(schema.default)}\``,
    ...(inner[celKeyword] ?? []).map(({ message }) => message),
  ]
  return cell(parts.filter((part) => typeof part === 'string').join('; '))
}
