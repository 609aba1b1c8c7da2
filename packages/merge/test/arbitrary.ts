import type { FrrConfigurationSpec } from '@frrkit/api'
import { type Document, parseFrrConfiguration, type SecretDocument } from '@frrkit/model'
import { aSourceObject } from '@frrkit/testing'
import {
  type Arbitrary,
  array,
  boolean,
  constant,
  constantFrom,
  integer,
  oneof,
  option,
  record,
  string,
  subarray,
} from 'fast-check'

const maybe = <T>(given: Arbitrary<T>): Arbitrary<T | undefined> => option(given, { nil: undefined })
const several = <T>(given: Arbitrary<T>): Arbitrary<T[] | undefined> => maybe(array(given, { maxLength: 3 }))

/** Values that meet and contradict each other often, and now and then ones that nobody would write. */
function specs(text: (...usual: readonly string[]) => Arbitrary<string>): Arbitrary<object> {
  const prefix = text('10.0.0.0/8', '10.0.0.1/8', '192.0.2.0/24', '2001:db8::/32')
  const vrf = text('', 'red', 'default')
  const routeTargets = several(text('1:1', '2:2', '*:3'))
  const neighbor = record({
    address: maybe(text('192.0.2.1', '::ffff:192.0.2.1', '2001:db8::1')),
    interface: maybe(text('eth0', 'eth0-red')),
    asn: maybe(constantFrom(0, 64_512, 65_001)),
    dynamicASN: maybe(constantFrom('internal', 'external')),
    port: maybe(constantFrom(179, 1179)),
    holdTime: maybe(text('180s', '90s', '2s', '1.5s')),
    keepaliveTime: maybe(text('60s', '30s')),
    password: maybe(text('s3cret', '')),
    passwordSecret: maybe(record({ name: text('bgp', 'none') })),
    sourceaddress: maybe(text('lo', '192.0.2.9')),
    bfdProfile: maybe(text('fast')),
    ebgpMultiHop: maybe(boolean()),
    enableGracefulRestart: maybe(boolean()),
    dualStackAddressFamily: maybe(boolean()),
    localASN: maybe(constantFrom(64_512, 65_100)),
    addressFamilies: maybe(array(constantFrom('unicast', 'evpn'), { maxLength: 2 })),
    toAdvertise: maybe(
      record({
        allowed: record({ mode: maybe(constantFrom('all', 'filtered')), prefixes: several(prefix) }),
        withLocalPref: several(
          record({ localPref: constantFrom(1, 2), prefixes: array(prefix, { minLength: 1, maxLength: 2 }) }),
        ),
        withCommunity: several(
          record({ community: text('1:2', 'large:1:2:3'), prefixes: array(prefix, { minLength: 1, maxLength: 2 }) }),
        ),
      }),
    ),
    toReceive: maybe(
      record({
        allowed: record({
          mode: maybe(constantFrom('all', 'filtered')),
          prefixes: several(
            record({ prefix: constantFrom('10.0.0.0/8', '2001:db8::/32'), le: maybe(integer({ min: 1, max: 40 })) }),
          ),
        }),
      }),
    ),
  })
  const vni = record({
    vni: constantFrom(1, 2),
    rd: maybe(text('1:1', '1:2')),
    importRTs: routeTargets,
    exportRTs: routeTargets,
  })
  const router = record({
    asn: constantFrom(64_512, 64_513),
    id: maybe(text('192.0.2.1', '192.0.2.2')),
    vrf: maybe(vrf),
    prefixes: several(prefix),
    imports: several(record({ vrf })),
    neighbors: several(neighbor),
    evpn: maybe(record({ advertiseVNIs: maybe(constantFrom('All', 'Disabled')), l2vnis: several(vni) })),
  })
  return record({
    bgp: maybe(
      record({
        routers: several(router),
        bfdProfiles: several(record({ name: text('fast'), detectMultiplier: maybe(constantFrom(3, 5)) })),
      }),
    ),
    raw: maybe(record({ rawConfig: text('! x', ''), priority: maybe(constantFrom(0, 5)) })),
    nodeSelector: maybe(
      record({
        matchLabels: maybe(record({ rack: text('r1', 'r2') })),
        matchExpressions: several(
          record({ key: text('rack'), operator: text('In', 'Exists', 'NotIn'), values: several(text('r1')) }),
        ),
      }),
    ),
  })
}

function documents(spec: Arbitrary<object>): Arbitrary<readonly Document<FrrConfigurationSpec>[]> {
  return array(spec, { maxLength: 4 }).map((all) => all.flatMap((each, i) => valid(each, `object-${i}`)))
}

/** What an API server would have let in. */
function valid(spec: object, name: string): readonly Document<FrrConfigurationSpec>[] {
  const parsed = parseFrrConfiguration(aSourceObject(JSON.parse(JSON.stringify(spec)), { name }))
  return parsed.ok ? [parsed.value.document] : []
}

/** Every field from a handful of values: they contradict each other, and themselves, all the time. */
export const quarrellingDocuments: Arbitrary<readonly Document<FrrConfigurationSpec>[]> = documents(
  specs((...usual) => constantFrom(...usual)),
)

/** The same with texts that nobody would write. */
export const wildDocuments: Arbitrary<readonly Document<FrrConfigurationSpec>[]> = documents(
  specs((...usual) =>
    oneof(
      { weight: 2, arbitrary: constantFrom(...usual) },
      { weight: 1, arbitrary: string({ unit: 'binary', maxLength: 20 }) },
    ),
  ),
)

/** Objects that go together: where two speak of one neighbor, they mean the same, if not in the same words. */
export const peacefulDocuments: Arbitrary<readonly Document<FrrConfigurationSpec>[]> = documents(peacefulSpec())

function peacefulSpec(): Arbitrary<object> {
  const prefixes = subarray(['10.0.0.0/8', '10.9.0.1/8', '192.0.2.0/24', '198.51.100.0/24'], { minLength: 1 })
  return record({ prefixes, vrf: constantFrom('', 'default', 'red') }).chain(({ prefixes: own, vrf }) => {
    const neighbor = record({
      ...constantFields,
      port: maybe(constant(179)),
      bfdProfile: maybe(constant('fast')),
      addressFamilies: maybe(constantFrom(['unicast'], [], ['evpn'])),
      enableGracefulRestart: maybe(boolean()),
      toAdvertise: record({
        allowed: record({ mode: constantFrom('all', 'filtered'), prefixes: subarray(own) }),
        withCommunity: subarray([
          { community: '1:2', prefixes: own.slice(0, 1) },
          { community: 'large:1:2:3', prefixes: own.slice(-1) },
        ]),
      }).map((given) => (given.allowed.mode === 'all' ? given : { allowed: given.allowed })),
      toReceive: record({
        allowed: record({
          mode: constantFrom('all', 'filtered'),
          prefixes: array(
            record({ prefix: constantFrom('10.0.0.0/8', '2001:db8::/32'), le: maybe(integer({ min: 32, max: 32 })) }),
          ),
        }),
      }),
    })
    return record({
      bgp: record({
        routers: array(neighbor, { maxLength: 3 }).map((neighbors) => [{ asn: 64_512, vrf, prefixes: own, neighbors }]),
        bfdProfiles: constant([{ name: 'fast' }]),
      }),
      raw: maybe(record({ rawConfig: constantFrom('! x', '! y'), priority: integer({ min: 0, max: 2 }) })),
    })
  })
}

/** The neighbor, and with it all that every object must say alike. */
const constantFields = {
  address: constantFrom('192.0.2.1', '::ffff:192.0.2.1'),
  asn: constant(65_001),
  password: constant('s3cret'),
  holdTime: constantFrom('90s', '1m30s', '90999ms'),
  keepaliveTime: constantFrom('30s', '0.5m'),
}

export const secrets: readonly SecretDocument[] = [
  {
    namespace: 'frr-system',
    name: 'bgp',
    type: 'kubernetes.io/basic-auth',
    data: { password: new TextEncoder().encode('s3cret\n') },
  },
]
