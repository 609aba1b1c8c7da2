import type { IpFamily, Origin, Prefix, Receive, ReceiveFilter, Sourced } from '@frrkit/model'
import type { NeighborNames } from './names.ts'
import { hash, routeMapEntries, sequenceNumbers } from './sequence.ts'

/** What is never accepted comes before what is; whatever reaches the end of the route-map is not accepted. */
export const receiveTemplate = `\
{{#accepted}}
{{#all}}
{{> origins}}
ip prefix-list {{list}} seq 1 permit any
ipv6 prefix-list {{list}} seq 1 permit any
{{/all}}
{{#filters}}
{{> filters}}
{{/filters}}
{{/accepted}}
{{#denied}}
{{#ipv4}}
ip prefix-list {{list}} seq {{seq}} permit {{prefix}} le 32
{{/ipv4}}
{{#ipv6}}
ipv6 prefix-list {{list}} seq {{seq}} permit {{prefix}} le 128
{{/ipv6}}
route-map {{routeMap}} deny {{ipv4Entry}}
  match ip address prefix-list {{list}}
route-map {{routeMap}} deny {{ipv6Entry}}
  match ipv6 address prefix-list {{list}}
{{/denied}}
{{#accepted}}
route-map {{routeMap}} permit {{ipv4Entry}}
  match ip address prefix-list {{list}}
route-map {{routeMap}} permit {{ipv6Entry}}
  match ipv6 address prefix-list {{list}}
{{/accepted}}
`

export const filtersTemplate = `\
{{#ipv4}}
{{> origins}}
ip prefix-list {{list}} seq {{seq}} permit {{prefix}}{{#le}} le {{.}}{{/le}}{{#ge}} ge {{.}}{{/ge}}
{{/ipv4}}
{{#ipv6}}
{{> origins}}
ipv6 prefix-list {{list}} seq {{seq}} permit {{prefix}}{{#le}} le {{.}}{{/le}}{{#ge}} ge {{.}}{{/ge}}
{{/ipv6}}
{{^ipv4}}
ip prefix-list {{list}} seq 1 deny any
{{/ipv4}}
{{^ipv6}}
ipv6 prefix-list {{list}} seq 1 deny any
{{/ipv6}}
`

type Entries = { readonly list: string; readonly ipv4Entry: number; readonly ipv6Entry: number }
type DeniedRuleView = { readonly seq: number; readonly prefix: string }
type FilterView = {
  readonly seq: number
  readonly prefix: string
  readonly le: number | undefined
  readonly ge: number | undefined
  readonly origins: readonly Origin[]
}

export type ReceiveView = {
  readonly routeMap: string
  readonly accepted: Entries & {
    readonly all: { readonly origins: readonly Origin[] } | undefined
    readonly filters: { readonly ipv4: readonly FilterView[]; readonly ipv6: readonly FilterView[] } | undefined
  }
  readonly denied:
    | (Entries & { readonly ipv4: readonly DeniedRuleView[]; readonly ipv6: readonly DeniedRuleView[] })
    | undefined
}

export function receiveView(names: NeighborNames, receive: Receive, alwaysBlock: readonly Prefix[]): ReceiveView {
  const { permitIpv4, permitIpv6, denyIpv4, denyIpv6 } = routeMapEntries
  return {
    routeMap: names.in,
    accepted: {
      list: names.accepted,
      ipv4Entry: permitIpv4,
      ipv6Entry: permitIpv6,
      all: receive.mode === 'all' ? { origins: receive.origins } : undefined,
      filters:
        receive.mode === 'filtered'
          ? { ipv4: filterViews(receive.filters, 'ipv4'), ipv6: filterViews(receive.filters, 'ipv6') }
          : undefined,
    },
    denied:
      alwaysBlock.length === 0
        ? undefined
        : {
            list: names.denied,
            ipv4Entry: denyIpv4,
            ipv6Entry: denyIpv6,
            ipv4: deniedViews(alwaysBlock, 'ipv4'),
            ipv6: deniedViews(alwaysBlock, 'ipv6'),
          },
  }
}

function filterViews(filters: readonly Sourced<ReceiveFilter>[], family: IpFamily): readonly FilterView[] {
  const own = filters.filter(({ value }) => value.prefix.family === family)
  const rules = own.map(({ value: { prefix, le, ge } }) => hash(`${prefix.text} ${le ?? ''} ${ge ?? ''}`))
  const numbers = sequenceNumbers(Uint32Array.from(rules))
  return own.map(({ value: { prefix, le, ge }, origins }, i) => ({
    seq: numbers[i] ?? 0,
    prefix: prefix.text,
    le,
    ge,
    origins,
  }))
}

function deniedViews(alwaysBlock: readonly Prefix[], family: IpFamily): readonly DeniedRuleView[] {
  const prefixes = [...new Set(alwaysBlock.filter((prefix) => prefix.family === family).map(({ text }) => text))]
  const numbers = sequenceNumbers(Uint32Array.from(prefixes, hash))
  return prefixes.map((prefix, i) => ({ seq: numbers[i] ?? 0, prefix }))
}
