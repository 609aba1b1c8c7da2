import type { Rule } from './rule.ts'

export const bfdRules: readonly Rule[] = [{ line: 'profile PROFILE_NAME' }]

/** FRR 8.4 has no `no` for the numbers, so they go back to what they are without a word. */
export const bfdProfileRules: readonly Rule[] = [
  { line: 'receive-interval (10-60000)', undo: 'receive-interval 300', before: 10 },
  { line: 'receive-interval (10-4294967)', undo: 'receive-interval 300', since: 10 },
  { line: 'transmit-interval (10-60000)', undo: 'transmit-interval 300', before: 10 },
  { line: 'transmit-interval (10-4294967)', undo: 'transmit-interval 300', since: 10 },
  { line: 'detect-multiplier (2-255)', undo: 'detect-multiplier 3', before: 10 },
  { line: 'detect-multiplier (1-255)', undo: 'detect-multiplier 3', since: 10 },
  { line: 'echo transmit-interval (10-60000)', undo: 'echo transmit-interval 50', before: 10 },
  { line: 'echo transmit-interval (10-4294967)', undo: 'echo transmit-interval 50', since: 10 },
  { line: 'echo receive-interval <disabled|(10-60000)>', undo: 'echo receive-interval 50', before: 10 },
  { line: 'echo receive-interval <disabled|(10-4294967)>', undo: 'echo receive-interval 50', since: 10 },
  { line: 'echo-mode' },
  { line: 'passive-mode' },
  { line: 'minimum-ttl (1-254)', undo: 'no minimum-ttl' },
  { line: 'shutdown' },
]
