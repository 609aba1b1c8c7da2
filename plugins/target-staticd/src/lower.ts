import {
  type Document,
  failed,
  ok,
  originOf,
  type Prefix,
  type Problem,
  parseAddress,
  parsePrefix,
  type Result,
  say,
} from '@frrkit/model'
import type { Claim } from './claim.ts'
import { interfaceFault, vrfFault } from './names.ts'
import { problemAt } from './problem-at.ts'
import type { StaticRouteSpec } from './schema.ts'

type StaticRouteDocument = Document<StaticRouteSpec>
type NextHopSpec = NonNullable<StaticRouteSpec['nextHops']>[number]

/** What one object asks for, in canonical text; or everything in it that FRR could not take. */
export function lower(document: StaticRouteDocument): Result<readonly Claim[]> {
  const { prefix: text, vrf: name = '', nextHops = [], blackhole, distance = 1 } = document.spec
  const prefix = parsePrefix(text)
  const vrf = name === 'default' ? '' : name
  const problems = [
    ...(prefix === undefined ? [noPrefix(document, text)] : []),
    ...(vrf === '' ? [] : nameProblem(document, 'spec.vrf', vrf, vrfFault(vrf))),
    ...nextHops.flatMap((hop, i) => hopProblems(document, `spec.nextHops[${i}]`, hop, prefix)),
  ]
  if (prefix === undefined || problems.length > 0) return failed(...problems)
  const claim = { vrf, prefix, distance, document }
  if (blackhole !== undefined) return ok([{ ...claim, blackhole, origin: originOf(document, 'spec.blackhole') }])
  return ok(
    nextHops.map(({ address, interface: device }, i) => ({
      ...claim,
      ...(address !== undefined && { address: parseAddress(address)?.text ?? address }),
      ...(device !== undefined && { interface: device }),
      origin: originOf(document, `spec.nextHops[${i}]`),
    })),
  )
}

function noPrefix(document: StaticRouteDocument, text: string): Problem {
  return problemAt(document, 'spec.prefix', {
    code: 'static/prefix',
    says: say(text),
    reason: 'this is no IP prefix',
    help: 'write an address and a length, such as 192.0.2.0/24 or 2001:db8::/64, without leading zeros',
  })
}

function hopProblems(
  document: StaticRouteDocument,
  path: string,
  { address, interface: device }: NextHopSpec,
  prefix: Prefix | undefined,
): readonly Problem[] {
  const names = device === undefined ? [] : nameProblem(document, `${path}.interface`, device, interfaceFault(device))
  if (address === undefined) return names
  const fault = addressFault(address, device, prefix)
  if (fault === undefined) return names
  return [...names, problemAt(document, `${path}.address`, { code: 'static/next-hop', says: say(address), ...fault })]
}

function addressFault(
  text: string,
  device: string | undefined,
  prefix: Prefix | undefined,
): Pick<Problem, 'reason' | 'help'> | undefined {
  const address = parseAddress(text)
  if (address === undefined) {
    return { reason: 'this is no IP address', help: 'write an address such as 192.0.2.1 or 2001:db8::1' }
  }
  if (prefix !== undefined && address.family !== prefix.family) {
    const help = 'write a next hop of the family of the prefix; FRR takes another one and never uses the route'
    return { reason: `the prefix ${prefix.text} is of the other family`, help }
  }
  if (/^fe[89ab]/.test(address.text) && device === undefined) {
    const help = 'add the interface by which it is reached'
    return { reason: 'a link-local address means nothing without an interface', help }
  }
  return undefined
}

function nameProblem(
  document: StaticRouteDocument,
  path: string,
  name: string,
  fault: string | undefined,
): readonly Problem[] {
  if (fault === undefined) return []
  const help = 'write the name as Linux shows it: ip link'
  return [problemAt(document, path, { code: 'static/name', says: say(name), reason: `the name ${fault}`, help })]
}
