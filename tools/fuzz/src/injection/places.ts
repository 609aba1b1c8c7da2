import type { World } from '../world.ts'

/** One text in a world: where it stands, what it is, and what a problem with it is expected to name. */
export type Place = {
  readonly path: string
  /** As in `stringFieldsOf`; for what no schema knows, its own name. */
  readonly field: string
  readonly text: string
  readonly named: readonly string[]
  /** Whether it decides which objects speak: another text may leave the node without any. */
  readonly selects: boolean
}

/** What a text means in that place, where that is not the text itself. */
export function meaningOf({ field }: Place, text: string): string {
  // Prefixes on a command line come with spaces after the commas; Secrets are written with echo.
  if (field === 'always-block') return text.trim()
  return field === 'Secret password' ? text.toWellFormed().replace(/\n$/, '') : text
}

const receives = 'spec.bgp.routers[].neighbors[].toReceive.allowed.mode'
const advertises = 'spec.bgp.routers[].neighbors[].toAdvertise.allowed.mode'

/** Texts that are no attack in that place, because they mean something there. */
const meaningful: Readonly<Record<string, string>> = {
  'spec.bgp.routers[].vrf': 'default',
  'spec.bgp.routers[].neighbors[].keepaliveTime': '0',
  'spec.logLevel': 'all',
  [receives]: 'all',
  [advertises]: 'all',
  // An empty password, of which a warning tells.
  'Secret password': '\n',
}

export function meansSomething({ field }: Place, text: string): boolean {
  return meaningful[field] === text
}

/** Every text in the world that somebody may write, objects first. */
export function placesOf({ objects, secrets, facts }: World): readonly Place[] {
  return [
    ...objects.flatMap(({ body }) => inObject((body as { readonly spec: unknown }).spec, 'spec', 'spec')),
    ...secrets.flatMap(({ name, type, data }) => {
      const named = ['spec.bgp.routers[0].neighbors[1].passwordSecret']
      const password = new TextDecoder().decode(data.password)
      const place = (path: string, text: string) => ({ path, field: path, text, named, selects: false })
      return [place('Secret name', name), place('Secret type', type), place('Secret password', password)]
    }),
    { path: 'hostname', field: 'hostname', text: facts.hostname, named: ['hostname'], selects: false },
    ...facts.alwaysBlock.map((text) => ({
      path: 'always-block',
      field: 'always-block',
      text,
      named: ['always-block'],
      selects: false,
    })),
    ...Object.entries(facts.labels).flatMap(([key, value]) => [
      { path: `node label ${key}`, field: 'node label', text: key, named: [], selects: true },
      { path: `value of node label ${key}`, field: 'value of node label', text: value, named: [], selects: true },
    ]),
  ]
}

/** Problems with a Secret are reported where an object points to it. */
function secretOf(path: string): readonly string[] {
  return path.endsWith('.passwordSecret.name') ? [path.slice(0, -'.name'.length)] : []
}

function inObject(value: unknown, path: string, field: string): readonly Place[] {
  const selects = path.startsWith('spec.nodeSelector')
  if (typeof value === 'string') return [{ path, field, text: value, named: [path, ...secretOf(path)], selects }]
  if (Array.isArray(value)) return value.flatMap((item, i) => inObject(item, `${path}[${i}]`, `${field}[]`))
  if (typeof value !== 'object' || value === null) return []
  if (path.endsWith('.matchLabels')) {
    return Object.entries(value).flatMap(([key, text]) => [
      { path: `key of ${path}`, field: `${field}{}`, text: key, named: [path], selects },
      { path: `value of ${path}`, field: `${field}{}`, text: String(text), named: [path, `${path}.${key}`], selects },
    ])
  }
  return Object.entries(value).flatMap(([key, inner]) => inObject(inner, `${path}.${key}`, `${field}.${key}`))
}
