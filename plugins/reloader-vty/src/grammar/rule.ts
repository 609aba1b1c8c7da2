import type { ContextKind } from '@frrkit/frr-text'

/**
 * One command of FRR as frr.conf has it, and how it is taken back. `line` is in FRR's own notation, the one that its
 * documentation uses: `neighbor PEER timers (0-65535) (0-65535)`.
 */
export type Rule = {
  readonly in: ContextKind
  readonly line: string
  /** What takes it back: words of `line`, and its variables by name. Absent: `no ` and the line itself. */
  readonly undo?: string
  /** Only from this major version on, or only before that one. */
  readonly since?: number
  readonly before?: number
}
