import type { Rule } from './rule.ts'

/** Commands of every daemon about who may log in. What takes them back is for tests: a plan never does. */
export const loginRules: readonly Rule[] = [
  { line: 'password WORD', undo: 'no password' },
  { line: 'enable password WORD', undo: 'no enable password' },
  { line: 'service <password-encryption|advanced-vty>' },
  { line: 'line vty', undo: '' },
]

/** Of the terminal that they come to. */
export const lineVtyRules: readonly Rule[] = [
  { line: 'exec-timeout (0-35791) (0-2147483)', undo: 'no exec-timeout', example: 'exec-timeout 0 0' },
  { line: 'access-class WORD' },
  { line: 'ipv6 access-class WORD' },
  { line: 'no login' },
]
