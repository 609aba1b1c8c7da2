import { type Problem, say } from '@frrkit/model'
import type { VniSpec } from '../fields.ts'
import { set } from '../identity.ts'
import type { RouterEntry } from '../outline.ts'
import { problemAt } from '../place.ts'
import { isImportRouteTarget, isRouteTarget } from '../text/route-target.ts'

const form = 'A.B.C.D:16 bits, 16 bits:32 bits or 32 bits:16 bits, in decimal'

/** Route distinguishers and route targets of VNIs. The API's rules let through what only contains a digit. */
export function routeTargets(entry: RouterEntry): readonly Problem[] {
  const { l2vnis = [], l3vni } = entry.spec.evpn ?? {}
  return [
    ...l2vnis.flatMap((vni, i) => [
      ...ofVni(entry, `evpn.l2vnis[${i}]`, vni),
      ...wildcards(entry, `evpn.l2vnis[${i}]`, vni),
    ]),
    ...(l3vni ? ofVni(entry, 'evpn.l3vni', l3vni) : []),
  ]
}

function ofVni(entry: RouterEntry, path: string, { rd, importRTs = [], exportRTs = [] }: VniSpec): readonly Problem[] {
  const distinguisher = set(rd)
  return [
    ...(distinguisher === undefined || isRouteTarget(distinguisher)
      ? []
      : [problem(entry, `${path}.rd`, distinguisher, 'not a route distinguisher', `write ${form}`)]),
    ...importRTs.flatMap((text, i) =>
      isImportRouteTarget(text)
        ? []
        : [problem(entry, `${path}.importRTs[${i}]`, text, 'not a route target', `write ${form}, or *:32 bits`)],
    ),
    ...exportRTs.flatMap((text, i) =>
      isRouteTarget(text)
        ? []
        : [problem(entry, `${path}.exportRTs[${i}]`, text, 'not a route target', `write ${form}`)],
    ),
  ]
}

function problem(entry: RouterEntry, field: string, text: string, reason: string, help: string): Problem {
  return problemAt(entry, field, { code: 'merge/route-target', reason, says: say(text), help })
}

/** The API takes `*:1010` for layer 2 VNIs, and the reference writes it; bgpd knows it in VRFs only. */
function wildcards(entry: RouterEntry, path: string, { importRTs = [] }: VniSpec): readonly Problem[] {
  return importRTs.flatMap((text, i) => {
    if (!text.startsWith('*:')) return []
    return [
      problemAt(entry, `${path}.importRTs[${i}]`, {
        code: 'merge/wildcard-route-target',
        severity: 'warning',
        reason: 'FRR takes a wildcard for layer 3 VNIs only',
        says: say(text),
        help: 'name the AS numbers',
      }),
    ]
  })
}
