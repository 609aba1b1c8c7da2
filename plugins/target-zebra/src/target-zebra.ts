import { ok } from '@frrkit/model'
import { defineRenderTarget, type OptionNames, type RenderTarget } from '@frrkit/plugin'
import { logTemplate, logView } from './log.ts'
import { vrfTemplate, vrfViews } from './vrf.ts'

export const optionNames: OptionNames<object> = {}

/** Renders what stands before everything else: log, hostname, next hop tracking, and the VNIs of VRFs. */
export function targetZebra(): RenderTarget {
  return defineRenderTarget({
    name: 'target-zebra',
    place: 'head',
    template: zebraTemplate,
    partials: { log: logTemplate, vrf: vrfTemplate },
    view: ({ hostname, logLevel, routers }) => ok({ log: logView(logLevel), hostname, vrfs: vrfViews(routers) }),
  })
}

// A next hop that only the default route covers counts as reachable, without which multihop sessions never come up
// on most nodes.
const zebraTemplate = `\
{{#log}}
{{> log}}
{{/log}}
hostname {{hostname}}
ip nht resolve-via-default
ipv6 nht resolve-via-default
{{#vrfs}}
{{> vrf}}
{{/vrfs}}
`
