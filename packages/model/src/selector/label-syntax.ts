const name = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/
const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/

/** What is wrong with a label key (`name` or `dns.subdomain/name`), in words, or undefined. */
export function labelKeyFault(key: string): string | undefined {
  const parts = key.split('/')
  if (parts.length > 2) return 'has more than one slash'
  const prefix = parts.length === 2 ? parts[0] : undefined
  if (prefix !== undefined && (prefix.length > 253 || !subdomain.test(prefix)))
    return 'has a prefix that is no DNS name'
  return namePart(parts.at(-1) ?? '')
}

/** The same for a label value, which may be empty. */
export function labelValueFault(value: string): string | undefined {
  return value === '' ? undefined : namePart(value)
}

function namePart(text: string): string | undefined {
  if (text.length > 63) return 'is longer than 63 characters'
  return name.test(text) ? undefined : 'is not made of letters, digits, and - _ . between them'
}
