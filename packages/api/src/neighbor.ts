import { Type } from 'typebox'
import { celKeyword, oneOf, secretKeyword } from './schema.ts'

const maxAsn = 4_294_967_295

const prefixList = (description: string) => Type.Array(Type.String(), { minItems: 1, description })

const advertise = Type.Object(
  {
    allowed: Type.Optional(
      Type.Object(
        {
          mode: Type.Optional(
            oneOf(['all', 'filtered'], {
              default: 'filtered',
              description:
                '`all`: every prefix of this router in this object, and of the VRFs it imports. `filtered`: those listed.',
            }),
          ),
          prefixes: Type.Optional(
            Type.Array(Type.String(), {
              description: 'Prefixes that may be advertised; each must be originated by this router or imported by it.',
            }),
          ),
        },
        { description: 'Which prefixes are advertised to this neighbor.' },
      ),
    ),
    nextHop: Type.Optional(
      Type.Object(
        {
          ipv4: Type.Optional(Type.String({ format: 'ipv4', description: 'Next hop of advertised IPv4 prefixes.' })),
          ipv6: Type.Optional(
            Type.String({ format: 'ipv6', description: 'Global next hop of advertised IPv6 prefixes.' }),
          ),
        },
        { description: 'Next hops to set on what is advertised; absent means that FRR chooses.' },
      ),
    ),
    withLocalPref: Type.Optional(
      Type.Array(
        Type.Object({
          prefixes: Type.Optional(prefixList('Prefixes that get this local preference.')),
          localPref: Type.Optional(
            Type.Integer({ format: 'int64', minimum: 0, maximum: 4_294_967_295, description: 'Local preference.' }),
          ),
        }),
        { description: 'Local preference per prefix.' },
      ),
    ),
    withCommunity: Type.Optional(
      Type.Array(
        Type.Object({
          prefixes: Type.Optional(prefixList('Prefixes that get this community.')),
          community: Type.Optional(
            Type.String({ description: '`A:B` (RFC 1997) or `large:A:B:C` (RFC 8092), decimal.' }),
          ),
        }),
        { description: 'Communities per prefix.' },
      ),
    ),
  },
  { description: 'What is advertised to this neighbor. Nothing when absent.' },
)

const prefixLength = (description: string) => Type.Integer({ format: 'int32', minimum: 1, maximum: 128, description })

const receive = Type.Object(
  {
    allowed: Type.Optional(
      Type.Object(
        {
          mode: Type.Optional(
            oneOf(['all', 'filtered'], {
              default: 'filtered',
              description: '`all`: everything. `filtered`: those listed.',
            }),
          ),
          prefixes: Type.Optional(
            Type.Array(
              Type.Object({
                prefix: Type.Optional(Type.String({ format: 'cidr', description: 'The prefix to accept.' })),
                le: Type.Optional(prefixLength('Accept more specific prefixes up to this length.')),
                ge: Type.Optional(prefixLength('Accept only prefixes of at least this length.')),
              }),
              { description: 'Prefixes that are accepted; without `le` and `ge` the exact prefix only.' },
            ),
          ),
        },
        { description: 'Which prefixes are accepted from this neighbor.' },
      ),
    ),
  },
  { description: 'What is accepted from this neighbor. Nothing when absent.' },
)

export const neighborSchema = Type.Object(
  {
    asn: Type.Optional(
      Type.Integer({
        format: 'int64',
        minimum: 0,
        maximum: maxAsn,
        description: 'AS number of the neighbor. Exactly one of `asn` and `dynamicASN`.',
      }),
    ),
    dynamicASN: Type.Optional(
      oneOf(['internal', 'external'], { description: 'Accept any AS number that makes the session iBGP or eBGP.' }),
    ),
    sourceaddress: Type.Optional(
      Type.String({ description: 'Source of the session: an address or an interface name.' }),
    ),
    address: Type.Optional(
      Type.String({ description: 'IP address of the neighbor. Exactly one of `address` and `interface`.' }),
    ),
    interface: Type.Optional(
      Type.String({ description: 'Interface of an unnumbered session (RFC 5549); carries IPv4 and IPv6.' }),
    ),
    port: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 16_384, description: 'TCP port to dial. Absent means 179.' }),
    ),
    password: Type.Optional(
      Type.String({
        description: 'TCP MD5 password (RFC 2385) in clear text. Not together with `passwordSecret`.',
        [secretKeyword]: true,
      }),
    ),
    passwordSecret: Type.Optional(
      Type.Object(
        {
          name: Type.Optional(Type.String({ description: 'Name of the Secret.' })),
          namespace: Type.Optional(
            Type.String({ description: 'Ignored: the Secret is read from the namespace of the daemon.' }),
          ),
        },
        {
          'x-kubernetes-map-type': 'atomic',
          description: 'Secret of type `kubernetes.io/basic-auth` whose key `password` holds the TCP MD5 password.',
        },
      ),
    ),
    holdTime: Type.Optional(
      Type.String({
        description:
          'Hold time as a duration such as `90s`; whole seconds count. Together with `keepaliveTime`. Absent means 180s.',
      }),
    ),
    keepaliveTime: Type.Optional(
      Type.String({
        description: 'Keepalive interval as a duration such as `30s`. Together with `holdTime`. Absent means 60s.',
      }),
    ),
    connectTime: Type.Optional(
      Type.String({
        description: 'How long to wait between attempts to connect, as a duration. Absent means 60s.',
        [celKeyword]: [
          {
            rule: 'duration(self).getSeconds() >= 1 && duration(self).getSeconds() <= 65535',
            message: 'connect time should be between 1 seconds to 65535',
          },
          {
            rule: 'duration(self).getMilliseconds() % 1000 == 0',
            message: 'connect time should contain a whole number of seconds',
          },
        ],
      }),
    ),
    ebgpMultiHop: Type.Optional(Type.Boolean({ description: 'The eBGP neighbor is more than one hop away.' })),
    bfdProfile: Type.Optional(
      Type.String({ description: 'BFD profile of this same object to use for the session. Absent means no BFD.' }),
    ),
    enableGracefulRestart: Type.Optional(
      Type.Boolean({
        description: 'Graceful restart (RFC 4724) for this neighbor; takes effect when the session is reset.',
      }),
    ),
    toAdvertise: Type.Optional(advertise),
    toReceive: Type.Optional(receive),
    disableMP: Type.Optional(Type.Boolean({ default: false, description: 'Deprecated and ignored.' })),
    dualStackAddressFamily: Type.Optional(
      Type.Boolean({ default: false, description: 'Carry IPv4 and IPv6 over this one session.' }),
    ),
    localASN: Type.Optional(
      Type.Integer({
        format: 'int64',
        minimum: 1,
        maximum: maxAsn,
        description: 'AS number shown to this eBGP neighbor instead of the router’s own.',
      }),
    ),
    addressFamilies: Type.Optional(
      Type.Array(oneOf(['unicast', 'evpn']), {
        maxItems: 2,
        default: ['unicast'],
        description: 'Address families of the session. An empty list means `unicast`.',
      }),
    ),
  },
  { description: 'A BGP neighbor.' },
)
