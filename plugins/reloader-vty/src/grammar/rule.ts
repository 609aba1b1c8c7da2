import type { ContextKind, Releases } from '@frrkit/frr-text'

/**
 * One command of FRR as `show running-config` has it, and how it is taken back. `line` is in FRR's own notation, the one
 * of its documentation and of vtysh's `list`: `neighbor PEER timers (0-65535) (0-65535)`. It begins with `no` where FRR
 * does so unless told otherwise.
 */
export type Rule = Releases & {
  readonly line: string
  /** What takes it back: words, and variables of `line` as they stand there. Absent: `no ` and the line; `''`: nothing does. */
  readonly undo?: string
  /** A line to try on FRR, where those made up from the notation would not do. */
  readonly example?: string
}

/** The commands of each kind of context. */
export type Rules = Partial<Readonly<Record<ContextKind, readonly Rule[]>>>
