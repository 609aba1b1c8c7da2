import { type FrrModel, type Neighbor, objectName, type Prefix, type Router } from '@frrkit/model'
import { inactiveFamily } from './inactive-family.ts'
import { contains } from './prefixes.ts'
import type { Reason } from './reason.ts'
import type { SilentObject } from './silent-objects.ts'

/** What surrounds the neighbor in question. */
export type Rest = { readonly model: FrrModel; readonly silent: readonly SilentObject[] }

/** Everything that keeps a prefix from a neighbor; nothing where it is advertised. */
export function notAdvertised(prefix: Prefix, neighbor: Neighbor, router: Router, rest: Rest): readonly Reason[] {
  const inactive = inactiveFamily(neighbor, prefix)
  if (inactive !== undefined) return [inactive]
  if (neighbor.advertise.prefixes.some(({ value }) => value.text === prefix.text)) return []
  const origins = reachable(router, rest)
    .filter(({ value }) => value.text === prefix.text)
    .flatMap((each) => each.origins)
  if (origins.length === 0) return notOriginated(prefix, neighbor, router, rest)
  const objects = [...new Set(origins.map(({ object }) => objectName(object)))]
  return [
    {
      code: 'not-allowed',
      says: `originated by ${objects.join(' and ')}, and no object allows it to this neighbor`,
      origins,
      help: `in ${objects.join(' or ')}, list it in toAdvertise.allowed.prefixes of this neighbor, or set mode: all`,
    },
    ...neighbor.advertise.all.map((origin) => ({
      code: 'all-of-others' as const,
      says: `mode: all of ${objectName(origin.object)} allows the prefixes of that object alone`,
      origins: [origin],
    })),
    ...silentReasons(prefix, neighbor, router, rest),
  ]
}

/** What may be advertised in a router: its own prefixes, and those of the VRFs that it imports. */
function reachable(router: Router, { model }: Rest): Router['prefixes'] {
  const imported = new Set(router.imports.map(({ value }) => (value === 'default' ? '' : value)))
  return model.routers
    .filter((other) => other === router || imported.has(other.vrf))
    .flatMap(({ prefixes }) => prefixes)
}

function notOriginated(prefix: Prefix, neighbor: Neighbor, router: Router, rest: Rest): readonly Reason[] {
  const elsewhere = rest.model.routers
    .filter((other) => other !== router)
    .flatMap(({ vrf, prefixes }) =>
      prefixes.filter(({ value }) => value.text === prefix.text).map(({ origins }) => ({ vrf, origins })),
    )
  const related = router.prefixes.filter(({ value }) => contains(value, prefix) || contains(prefix, value))
  return [
    ...elsewhere.map(({ vrf, origins }) => ({
      code: 'other-vrf' as const,
      says: `originated in ${vrfName(vrf)}, and not in ${vrfName(router.vrf)}, where this neighbor is`,
      origins,
      help: `originate it there, or let that router import ${vrf === '' ? 'default' : vrf}`,
    })),
    ...(elsewhere.length > 0
      ? []
      : [
          {
            code: 'not-originated' as const,
            says: `no object that speaks here originates it in ${vrfName(router.vrf)}`,
            origins: [],
            help: 'list it in spec.bgp.routers[].prefixes of an object',
          },
        ]),
    ...related.map(({ value, origins }) => ({
      code: 'other-prefix' as const,
      says: `${value.text} is originated, which is another prefix`,
      origins,
    })),
    ...silentReasons(prefix, neighbor, router, rest),
  ]
}

function vrfName(vrf: string): string {
  return vrf === '' ? 'the default VRF' : `VRF ${vrf}`
}

/** Objects that would have a say, if they spoke on this node. */
function silentReasons(prefix: Prefix, neighbor: Neighbor, { vrf }: Router, { silent }: Rest): readonly Reason[] {
  return silent.flatMap(({ object, code, because, statements }) =>
    statements
      .filter((router) => router.vrf === vrf)
      .flatMap((router): readonly Reason[] => {
        const entry = router.neighbors.find(({ name }) => name === neighbor.name)
        const allows = entry?.allows.get(prefix.text)
        const originates = router.prefixes.get(prefix.text)
        const [origin, verb] = allows ? [allows, 'allow'] : [originates, 'originate']
        if (origin === undefined) return []
        return [{ code, says: `${objectName(object)} would ${verb} it, but ${because}`, origins: [origin] }]
      }),
  )
}
