/** A value in which all that means nothing is gone: empty values, defaults of the API, the order of lists. */
export type CanonConfig = unknown

/** FRRConfigurations that mean the same have equal canons. */
export function canonConfig(value: unknown, key = ''): CanonConfig {
  if (Array.isArray(value)) return canonList(value, key)
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value)
      .map(([name, inner]) => [name, canonConfig(inner, name)] as const)
      .filter(([name, inner]) => !saysNothing(name, inner))
    return Object.fromEntries(fields.toSorted(([a], [b]) => (a < b ? -1 : 1)))
  }
  return key.endsWith('Time') && typeof value === 'string' ? seconds(value) : value
}

function canonList(value: readonly unknown[], key: string): CanonConfig {
  if (key === 'addressFamilies' && value.length === 1 && value[0] === 'unicast') return undefined
  const texts = value.map((item) => JSON.stringify(canonConfig(item))).toSorted()
  const all = key === 'prefixes' ? [...new Set(texts)] : texts
  return all.map((text) => JSON.parse(text))
}

const defaults: Readonly<Record<string, unknown>> = { mode: 'filtered', port: 179, localPref: 0 }

function saysNothing(key: string, value: CanonConfig): boolean {
  if (value === undefined || value === null || value === '' || value === false) return true
  if (typeof value === 'object') return Object.keys(value).length === 0
  return defaults[key] === value
}

const units: Readonly<Record<string, number>> = { ms: 1e-3, s: 1, m: 60, h: 3600 }

function seconds(duration: string): number {
  const parts = [...duration.matchAll(/([\d.]+)(ms|s|m|h)/g)]
  return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (units[unit ?? ''] ?? 0), 0)
}
