type Untyped = Readonly<Record<string, unknown>>

const nothing: Untyped = {}

/** What an object of Kubernetes' own kinds holds at a place, whatever somebody may have written there. */
export function record(value: unknown): Untyped {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Untyped) : nothing
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** Labels: what is no text is left out. */
export function texts(value: unknown): Readonly<Record<string, string>> {
  const labels = record(value)
  if (Object.values(labels).every((label) => typeof label === 'string'))
    return labels as Readonly<Record<string, string>>
  const entries = Object.entries(labels).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return Object.fromEntries(entries)
}
