import type { FrrInstall } from '@frrkit/frr-lab'
import type { Change } from './change.ts'
import { anotherAsAfterImports, combinations, vrfCombinations } from './combinations.ts'
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

/**
 * Those that this FRR survives. Once routes have been shared with a VRF, bgpd of 8.4 may end when the default router gets another
 * AS: routes that it shared point to what is gone. That of 10.7 only hides the router, and ends when it shows the next one;
 * where VRFs are namespaces, its zebra ends when one that has none loses its VNI.
 */
export function scenesFor({ version }: FrrInstall): readonly Scene[] {
  if (version.startsWith('8.'))
    return withChanges((changes) => changes.filter(({ kind }) => !anotherAsAfterImports.has(kind)))
  if (!version.startsWith('10.7.')) return scenes
  return withChanges((changes) => changes.filter(({ kind }) => !kind.startsWith('l3vni')).map(withoutImports))
}

function withChanges(of: (changes: readonly Change[]) => readonly Change[]): readonly Scene[] {
  return scenes.map(({ withVrf, changes }) => ({ withVrf, changes: of(changes) }))
}

function withoutImports({ make, ...change }: Change): Change {
  return {
    ...change,
    make(wanted, original) {
      make(wanted, original)
      for (const router of wanted.routers) delete router.imports
    },
  }
}
