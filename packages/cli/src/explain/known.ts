import type { FrrConfigurationSpec } from '@frrkit/api'
import type { Document, FrrModel, NodeFacts, ObjectRef, Problem } from '@frrkit/model'
import type { Unsaid } from '@frrkit/plugin'

/** All that an answer can come from. */
export type Known = {
  /** What the objects mean that can be merged; `leftOut` are not in it. */
  readonly model: FrrModel
  /** Every FRRConfiguration that can be read, whether it speaks on this node or not. */
  readonly documents: readonly Document<FrrConfigurationSpec>[]
  /** The objects that are in the model. */
  readonly speaking: readonly ObjectRef[]
  /** Objects that cannot be merged with the others, and what is wrong with them. */
  readonly leftOut: readonly ObjectRef[]
  readonly problems: readonly Problem[]
  readonly labels: NodeFacts['labels']
  /** What translators say nothing about, though an object would bring it. */
  readonly unsaid: readonly Unsaid[]
}

/** ` (vrf red)` where it is not the default VRF. */
export function inVrf(vrf: string): string {
  return vrf === '' ? '' : ` (vrf ${vrf})`
}
