import { type Problem, say } from '@frrkit/model'
import { vrfIdentity } from '../identity.ts'
import type { Outline, RouterEntry } from '../outline.ts'
import { problemAt } from '../place.ts'

/** An object stands on its own, so a VRF that a router imports from is one that it has a router for; not its own. */
export function imports(entry: RouterEntry, { routers }: Outline): readonly Problem[] {
  return (entry.spec.imports ?? []).flatMap((from, i) => {
    const vrf = vrfIdentity(from.vrf)
    const problem = (code: Problem['code'], reason: string, help: string) =>
      problemAt(entry, `imports[${i}].vrf`, { code, reason, says: say(vrf || 'default'), help })
    // bgpd reads `import vrf route-map` as the beginning of another command.
    if (vrf === 'route-map')
      return [problem('merge/unsafe-text', 'FRR takes the name for a word of its own', 'rename the VRF')]
    if (vrf === entry.vrf) return [problem('merge/self-import', 'a VRF cannot import from itself', 'remove the import')]
    if (routers.some((router) => router.vrf === vrf)) return []
    const router = vrf === '' ? 'a router without vrf' : `a router for VRF ${say(vrf)}`
    const help = `add ${router} to this object, even if another has it too`
    return [problem('merge/unknown-import', 'this object has no router for that VRF', help)]
  })
}
