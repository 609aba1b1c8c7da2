import type { ChangeKind } from '@frrkit/frr-text'

/** What would change, grouped by what a person would call it. No line holds a secret. */
export type Plan = {
  readonly groups: readonly Group[]
  readonly summary: { readonly add: number; readonly remove: number; readonly resets: number }
}

export type Group = {
  readonly subject: Subject
  /** Whether it comes or goes as a whole. */
  readonly change: ChangeKind
  /** Why the session of this neighbor ends; empty when it does not. */
  readonly resets: readonly string[]
  readonly sections: readonly Section[]
}

/** `vrf` is empty for the default VRF. */
export type Subject =
  | { readonly kind: 'neighbor'; readonly vrf: string; readonly name: string }
  | { readonly kind: 'router'; readonly vrf: string }
  | { readonly kind: 'bfd-profile'; readonly name: string }
  /** `global`: what frrkit writes for the node itself; `other`: everything that only raw configuration or FRR can bring. */
  | { readonly kind: 'global' | 'other' }

/** Lines of one context; without a heading for lines that say by themselves where they stand. */
export type Section = { readonly heading: string; readonly lines: readonly PlanLine[] }

export type PlanLine = {
  /** `~` is a line whose old and new value look alike because they are hidden. */
  readonly sign: '+' | '-' | '~'
  readonly text: string
}
