import type { IpFamily, Origin, Prefix, Router, Sourced } from '@frrkit/model'
import { chunking } from './chunks.ts'
import { hashesOf } from './hashes.ts'
import { ofFamily } from './property.ts'

/** What a router originates, and the VRFs from which it takes routes. */
export const importTemplate = `\
  address-family ipv4 unicast
{{#vrfs}}
    {{> origins}}
    import vrf {{vrf}}
{{/vrfs}}
  exit-address-family
  address-family ipv6 unicast
{{#vrfs}}
    {{> origins}}
    import vrf {{vrf}}
{{/vrfs}}
  exit-address-family
`

export const networkTemplate = `\
{{#ipv4}}
  address-family ipv4 unicast
{{#chunks}}
{{#networks}}
    {{> origins}}
    network {{prefix}}
{{/networks}}
{{/chunks}}
  exit-address-family
{{/ipv4}}
{{#ipv6}}
  address-family ipv6 unicast
{{#chunks}}
{{#networks}}
    {{> origins}}
    network {{prefix}}
{{/networks}}
{{/chunks}}
  exit-address-family
{{/ipv6}}
`

export type ImportView = {
  readonly vrfs: readonly { readonly vrf: string; readonly origins: readonly Origin[] }[]
}

type FamilyView = {
  readonly chunks: readonly {
    readonly networks: readonly { readonly prefix: string; readonly origins: readonly Origin[] }[]
  }[]
}

export type NetworkView = { readonly ipv4: FamilyView | undefined; readonly ipv6: FamilyView | undefined }

export function importView({ imports }: Router): ImportView | undefined {
  if (imports.length === 0) return undefined
  return { vrfs: imports.map(({ value, origins }) => ({ vrf: value, origins })) }
}

export function networkView(router: Router): NetworkView {
  return { ipv4: familyView(router, 'ipv4'), ipv6: familyView(router, 'ipv6') }
}

function familyView({ prefixes }: Router, family: IpFamily): FamilyView | undefined {
  const own = ofFamily(prefixes, family)
  if (own.length === 0) return undefined
  return {
    chunks: chunks('', own, hashesOf(own)),
  }
}

const chunks = chunking((_, prefixes: readonly Sourced<Prefix>[]) => ({
  networks: prefixes.map(({ value, origins }) => ({ prefix: value.text, origins })),
}))
