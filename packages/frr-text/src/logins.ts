import type { ContextKind } from './contexts.ts'

const ofTop = /^(?:(?:enable )?password |username |service (?:password-encryption|advanced-vty)$)/

/**
 * Who may log in to FRR, and what meets them there. Whoever set up the machine decides: what a text does not say is left as it
 * is, as frr-reload.py does with most of it.
 */
export function isLogin(kind: ContextKind, line: string): boolean {
  return kind === 'line-vty' || (kind === 'top' && ofTop.test(line))
}
