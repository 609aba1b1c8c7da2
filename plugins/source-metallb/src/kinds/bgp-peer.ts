import { celKeyword, secretKeyword } from '@frrkit/api'
import { Type } from 'typebox'
import { labelSelectors } from './label-selectors.ts'
import { type MetallbKind, metallbKind } from './metallb-kind.ts'

const asn = (minimum: number) => Type.Integer({ format: 'int64', minimum, maximum: 4_294_967_295 })
const text = () => Type.Optional(Type.String())
const flag = () => Type.Optional(Type.Boolean())

/** What both versions have. */
const common = {
  sourceAddress: text(),
  holdTime: text(),
  keepaliveTime: text(),
  routerID: text(),
  nodeSelectors: labelSelectors(),
  password: Type.Optional(Type.String({ [secretKeyword]: true })),
  bfdProfile: text(),
  ebgpMultiHop: flag(),
}

const spec = Type.Object({
  ...common,
  myASN: asn(0),
  peerASN: Type.Optional(asn(0)),
  // The CRD knows two words; others are told by `check/asn`, and only where the peer is meant for the node.
  dynamicASN: text(),
  localASN: Type.Optional(asn(1)),
  peerAddress: text(),
  interface: text(),
  peerPort: Type.Optional(Type.Integer({ minimum: 1, maximum: 16_384 })),
  connectTime: Type.Optional(
    Type.String({
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
  passwordSecret: Type.Optional(Type.Object({ name: text(), namespace: text() })),
  enableGracefulRestart: flag(),
  vrf: text(),
  disableMP: flag(),
  dualStackAddressFamily: flag(),
})

export type BgpPeerSpec = Type.Static<typeof spec>

export const bgpPeer: MetallbKind<BgpPeerSpec> = metallbKind('v1beta2', 'BGPPeer', spec)

/** Deprecated, and still served. All of it means the same in v1beta2, if what is absent stays absent. */
export const bgpPeerV1beta1: MetallbKind<BgpPeerSpec> = metallbKind(
  'v1beta1',
  'BGPPeer',
  Type.Object({
    ...common,
    myASN: asn(0),
    peerASN: asn(0),
    peerAddress: Type.String(),
    peerPort: Type.Optional(Type.Integer({ minimum: 0, maximum: 16_384 })),
  }),
)
