/** A line with its place, for messages: secrets are hidden in it. */
export type CheckedLine = { readonly path: readonly string[]; readonly line: string; readonly why: string }

export type Checked = {
  /** What FRR would refuse, or would take and not do: nothing may be touched. */
  readonly wrong: readonly CheckedLine[]
  /** What the grammar does not know: only FRR itself can say whether it is right. */
  readonly unknown: readonly CheckedLine[]
}
