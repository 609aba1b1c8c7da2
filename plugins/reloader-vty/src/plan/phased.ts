import type { Line } from './line.ts'
import type { Phase } from './order.ts'

/** A line and when it has its turn. */
export type Phased = { readonly phase: Phase; readonly line: Line }
