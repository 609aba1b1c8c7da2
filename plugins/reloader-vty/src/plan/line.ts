import type { ContextKind } from '@frrkit/frr-text'

export type Place = { readonly kind: ContextKind; readonly path: readonly string[] }

/**
 * A line of a configuration that is to come (`set`) or to go (`undo`), or a command as FRR takes it (`say`). Without a
 * line, the context is entered and left, which makes it.
 */
export type Line = Place & { readonly line?: string; readonly do: 'set' | 'undo' | 'say' }

export function setting({ kind, path }: Place, line: string): Line {
  return { kind, path, line, do: 'set' }
}

export function undoing({ kind, path }: Place, line: string): Line {
  return { kind, path, line, do: 'undo' }
}

export function saying({ kind, path }: Place, line: string): Line {
  return { kind, path, line, do: 'say' }
}

export function entering({ kind, path }: Place): Line {
  return { kind, path, do: 'set' }
}

export const topLevel: Place = { kind: 'top', path: [] }
