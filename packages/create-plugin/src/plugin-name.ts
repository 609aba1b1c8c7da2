/** What can be written anew, and the word that the name of such a plugin begins with. */
export const roles = { target: 'target', source: 'source', translator: 'translator' } as const

export type PluginRole = keyof typeof roles

export function isRole(word: string): word is PluginRole {
  return Object.hasOwn(roles, word)
}

/** Package, plugin and export are one word: `@acme/target-blackhole`, `target-blackhole`, `targetMotd`. */
export type PluginName = { readonly packageName: string; readonly plugin: string; readonly factory: string }

/** A user's mistake: what is wrong, and a way out. */
export type Mistake = { readonly reason: string; readonly help: string }

export type Named = { readonly ok: true; readonly value: PluginName } | ({ readonly ok: false } & Mistake)

const scoped = /^(@[a-z0-9][a-z0-9._-]*\/)?([^/]+)$/

/** The names that a plugin of a role has, from the name of its package. */
export function parseName(role: PluginRole, text: string): Named {
  const [, scope = '', bare = ''] = scoped.exec(text) ?? []
  const start = `${roles[role]}-`
  const rest = bare.startsWith(start) ? bare.slice(start.length) : bare
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(rest) && bare.startsWith(start)) {
    return { ok: true, value: { packageName: text, plugin: bare, factory: camelCase(bare) } }
  }
  const suggestion = `${scope}${start}${hyphenated(rest === '' ? text : rest)}`
  return {
    ok: false,
    reason: `a ${role} is named ${start}…, in lower-case words joined by hyphens, with or without a scope; ${JSON.stringify(text)} is not`,
    help: `name it like ${suggestion}`,
  }
}

function camelCase(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

/** As near to what was meant as a legal name comes. */
function hyphenated(text: string): string {
  const words = text
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  return words.length === 0 ? 'example' : words.join('-')
}
