import { type IpAddress, type IpFamily, type Problem, parsePrefix, say } from '@frrkit/model'
import type { Advertisement } from '../advertise/advertisement.ts'
import { contradictions, sayLocalPref } from '../advertise/local-prefs.ts'
import { evidenceIn, problemIn } from '../check/problem.ts'
import { isSelected } from '../check/selectors.ts'
import type { EndpointSlice } from '../kinds/endpoint-slice.ts'
import type { Service } from '../kinds/service.ts'
import type { Settings } from '../options.ts'
import { holdsAll } from '../pools/pool.ts'
import type { Configuration } from '../read-configuration.ts'
import type { Reason, Route, Verdict } from './verdict.ts'

/** frr-k8s and FRR could take more, MetalLB's sessions do not. */
export const maxCommunities = 63

const excludeLabel = 'node.kubernetes.io/exclude-from-external-load-balancers'

/** Whether and how this node announces a service; the first test that fails is the reason why not. */
export function judge(
  service: Service,
  slices: readonly EndpointSlice[],
  configuration: Configuration,
  settings: Settings,
): Verdict {
  const { object } = service
  const no = (reason: Reason, problem?: Problem): Verdict => ({
    announced: false,
    service: object,
    silence: { service: object, reason, addresses: service.addresses },
    ...(problem && { problem }),
  })
  if (service.type !== 'LoadBalancer') return no('notLoadBalancer')
  if (service.addresses.length === 0) return no('noIPAllocated')
  const addresses = service.addresses.filter((address) => address !== undefined)
  if (addresses.length < service.addresses.length) return no('invalidIP')

  const pool = configuration.pools.find((one) => holdsAll(one, addresses))
  if (pool === undefined) return no('ipNotAllowed')
  if (pool.advertisements.length === 0) return no('notOwner')
  const chosen = pool.advertisements.filter(({ serviceSelectors }) => isSelected(serviceSelectors, service.labels))
  if (chosen.length === 0) return no('noMatchingAdvertisement')
  const [contradiction] = contradictions(chosen, pool.families)
  if (contradiction !== undefined) return no('conflictingAdvertisements', contradictionProblem(service, contradiction))

  const { labels, networkUnavailable } = configuration.node
  if (networkUnavailable) return no('nodeNetworkUnavailable')
  if (!settings.ignoreExcludeLB && Object.hasOwn(labels, excludeLabel)) return no('nodeLabeledExcludeBalancers')

  const served = addresses.filter(({ family }) => hasEndpoint(slices, family))
  const local = service.local ? served.filter(({ family }) => hasEndpoint(slices, family, configuration)) : served
  if (local.length === 0) return no(service.local ? 'noLocalEndpoints' : 'noEndpoints')
  if (chosen.some((one) => isTooMuch(one, configuration))) return no('tooManyCommunities')

  const routes = service.addresses.flatMap((address, i) =>
    address === undefined || !local.includes(address)
      ? []
      : chosen.map((advertisement) => routeOf(service, i, address, advertisement)),
  )
  const announcement = { service: object, addresses: local, peers: peersOf(routes, configuration) }
  return { announced: true, service: object, announcement, routes }
}

function contradictionProblem(service: Service, pair: readonly [Advertisement, Advertisement]): Problem {
  return problemIn(service, 'metadata.labels', {
    code: 'metallb/local-pref',
    severity: 'warning',
    reason: 'two advertisements chosen for this service contradict each other, so it is not announced',
    says: say(
      Object.entries(service.labels)
        .map((label) => label.join('='))
        .join(' '),
    ),
    beside: pair.map((one) => evidenceIn(one.document, 'spec.localPref', sayLocalPref(one))),
    help: 'set both to the same value, or let serviceSelectors choose one of them for the service',
  })
}

/** An IPv6 address without an IPv6 endpoint would lead nowhere, and the other way round. */
function hasEndpoint(slices: readonly EndpointSlice[], family: IpFamily, on?: Configuration): boolean {
  const name = on?.node.object.name
  return slices.some((slice) => slice.family === family && (name === undefined ? slice.usable : slice.nodes.has(name)))
}

/** Advertisements that a peer of this node would be told of. */
export function isTooMuch({ communities, peers }: Advertisement, { sessions }: Configuration): boolean {
  return communities.length > maxCommunities && sessions.some(({ name }) => peers.size === 0 || peers.has(name))
}

function routeOf({ object }: Service, i: number, { text, family }: IpAddress, advertisement: Advertisement): Route {
  const prefix = parsePrefix(`${text}/${advertisement.lengths[family]}`)
  if (prefix === undefined) throw new Error(`BUG: ${text} has no prefix of /${advertisement.lengths[family]}`)
  const origin = { object, path: `status.loadBalancer.ingress[${i}].ip` }
  return { prefix, advertisement, service: object, origin }
}

function peersOf(routes: readonly Route[], { sessions }: Configuration): readonly string[] {
  return sessions
    .filter(({ name, families }) =>
      routes.some(
        ({ prefix, advertisement: { peers } }) => families.has(prefix.family) && (peers.size === 0 || peers.has(name)),
      ),
    )
    .map(({ name }) => name)
    .toSorted()
}
