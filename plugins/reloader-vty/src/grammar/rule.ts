import type { ContextKind } from '@frrkit/frr-text'

/**
 * One command of FRR as frr.conf has it, and how it is taken back. `line` is in FRR's own notation, the one of its
 * documentation and of vtysh's `list`: `neighbor PEER timers (0-65535) (0-65535)`.
 */
export type Rule = {
  readonly line: string
  /** What takes it back: words, and variables of `line` as they stand there. Absent: `no ` and the line; `''`: nothing does. */
  readonly undo?: string
  /** Only from this major version on, or only before that one. */
  readonly since?: number
  readonly before?: number
  /** A line to try on FRR where one made up from the notation would not do, and what has to be there for it. */
  readonly example?: string
  readonly needs?: readonly string[]
}

/** The commands of each kind of context. */
export type Rules = Partial<Readonly<Record<ContextKind, readonly Rule[]>>>
