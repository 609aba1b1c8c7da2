import { createHash } from 'node:crypto'

/**
 * The text as the value of a label. What no label may hold (`_mgmt`, or a node's name of more than 63 characters) is
 * shortened and cleaned, with a digest so that two names do not become one.
 */
export function labelValue(text: string): string {
  if (/^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/.test(text)) return text
  const clean = text.replace(/[^-A-Za-z0-9_.]/g, '-').replace(/^[^A-Za-z0-9]+/, '')
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 8)
  return clean === '' ? digest : `${clean.slice(0, 54)}-${digest}`
}
