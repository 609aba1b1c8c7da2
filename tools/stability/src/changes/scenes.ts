import type { Change } from './change.ts'
import { combinations, vrfCombinations } from './combinations.ts'
import { bfdChanges, neighborChanges, routerChanges, vrfChanges } from './objects.ts'
import { policyChanges } from './policy.ts'
import { sessionChanges } from './session.ts'

/** Changes that follow each other in one world; each is made upon what those before it have left. */
export type Scene = { readonly withVrf: boolean; readonly changes: readonly Change[] }

export const scenes: readonly Scene[] = [
  {
    withVrf: false,
    changes: [
      ...policyChanges,
      ...bfdChanges,
      ...neighborChanges,
      ...routerChanges.slice(0, -4),
      ...sessionChanges,
      ...routerChanges.slice(-4),
      ...combinations,
    ],
  },
  { withVrf: true, changes: [...vrfChanges, ...vrfCombinations] },
]
