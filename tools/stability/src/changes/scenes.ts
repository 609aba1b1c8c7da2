import { endsWhen, type FrrInstall } from '@frrkit/frr-lab'
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

/** Those that this FRR survives. */
export function scenesFor(install: FrrInstall): readonly Scene[] {
  const noOtherAs = endsWhen('a default router that shared routes gets another AS', install)
  const noImports = endsWhen('a hidden default router comes back', install)
  const noL3Vnis = endsWhen('a VRF without a namespace loses its VNI', install)
  const isFit = ({ kind }: Change): boolean =>
    !(noOtherAs && anotherAsAfterImports.has(kind)) && !(noL3Vnis && kind.startsWith('l3vni'))
  return scenes.map(({ withVrf, changes }) => {
    const fit = changes.filter(isFit)
    return { withVrf, changes: noImports ? fit.map(withoutImports) : fit }
  })
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
