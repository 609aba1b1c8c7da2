import { faultOf, type Slot } from './slots.ts'

/** Where a line stands. A line that is none of its block ends it, as FRR reads it. */
export type Block = 'top' | 'route-map' | 'vrf' | 'router' | 'unicast' | 'evpn' | 'vni' | 'bfd' | 'profile'

/** The words of a line: literal ones in lower case, slots in capitals; what is in brackets may be missing. */
type Shape = { readonly words: string; readonly opens?: Block; readonly closes?: Block }

/** Every line that frrkit writes, raw snippets aside, by the block it stands in. Nothing else is read. */
const grammar: Readonly<Record<Block, { readonly parent?: Block; readonly shapes: readonly Shape[] }>> = {
  top: {
    shapes: [
      { words: 'log stdout SEVERITY' },
      { words: 'log timestamp precision 3' },
      { words: 'debug DAEMON TOPIC' },
      { words: 'hostname WORD' },
      { words: 'ip nht resolve-via-default' },
      { words: 'ipv6 nht resolve-via-default' },
      { words: 'ip prefix-list WORD seq NUMBER ACTION any' },
      { words: 'ipv6 prefix-list WORD seq NUMBER ACTION any' },
      { words: 'ip prefix-list WORD seq NUMBER permit IPV4PREFIX [ le LENGTH ] [ ge LENGTH ]' },
      { words: 'ipv6 prefix-list WORD seq NUMBER permit IPV6PREFIX [ le LENGTH ] [ ge LENGTH ]' },
      { words: 'route-map WORD ACTION NUMBER', opens: 'route-map' },
      { words: 'vrf NAME', opens: 'vrf' },
      { words: 'router bgp ASN [ vrf NAME ]', opens: 'router' },
      { words: 'bfd', opens: 'bfd' },
    ],
  },
  'route-map': {
    parent: 'top',
    shapes: [
      { words: 'match ip address prefix-list WORD' },
      { words: 'match ipv6 address prefix-list WORD' },
      { words: 'set local-preference NUMBER' },
      { words: 'set community COMMUNITY additive' },
      { words: 'set large-community LARGE additive' },
      { words: 'set ip next-hop IPV4' },
      { words: 'set ipv6 next-hop global IPV6' },
      { words: 'on-match next' },
    ],
  },
  vrf: { parent: 'top', shapes: [{ words: 'vni NUMBER' }, { words: 'exit-vrf', closes: 'vrf' }] },
  router: {
    parent: 'top',
    shapes: [
      { words: 'no bgp ebgp-requires-policy' },
      { words: 'no bgp network import-check' },
      { words: 'no bgp default ipv4-unicast' },
      { words: 'bgp graceful-restart preserve-fw-state' },
      { words: 'bgp router-id IPV4' },
      { words: 'neighbor NAME interface remote-as REMOTEAS' },
      { words: 'neighbor ADDRESS remote-as REMOTEAS' },
      { words: 'neighbor PEER ebgp-multihop' },
      { words: 'neighbor PEER local-as ASN no-prepend replace-as' },
      { words: 'neighbor PEER port NUMBER' },
      { words: 'neighbor PEER timers NUMBER NUMBER' },
      { words: 'neighbor PEER timers connect NUMBER' },
      { words: 'neighbor PEER password PASSWORD' },
      { words: 'neighbor PEER update-source PEER' },
      { words: 'neighbor PEER graceful-restart' },
      { words: 'neighbor PEER bfd' },
      { words: 'neighbor PEER bfd profile PROFILE' },
      { words: 'neighbor PEER disable-connected-check' },
      { words: 'address-family ipv4 unicast', opens: 'unicast' },
      { words: 'address-family ipv6 unicast', opens: 'unicast' },
      { words: 'address-family l2vpn evpn', opens: 'evpn' },
    ],
  },
  unicast: {
    parent: 'router',
    shapes: [
      { words: 'neighbor PEER activate' },
      { words: 'neighbor PEER route-map WORD DIRECTION' },
      { words: 'network PREFIX' },
      { words: 'import vrf NAME' },
      { words: 'exit-address-family', closes: 'unicast' },
    ],
  },
  evpn: {
    parent: 'router',
    shapes: [
      { words: 'neighbor PEER activate' },
      { words: 'advertise-all-vni' },
      { words: 'advertise-svi-ip' },
      { words: 'advertise ipv4 unicast' },
      { words: 'advertise ipv6 unicast' },
      { words: 'rd ROUTETARGET' },
      { words: 'route-target import IMPORTTARGET' },
      { words: 'route-target export ROUTETARGET' },
      { words: 'vni NUMBER', opens: 'vni' },
      { words: 'exit-address-family', closes: 'evpn' },
    ],
  },
  vni: {
    parent: 'evpn',
    shapes: [
      { words: 'rd ROUTETARGET' },
      { words: 'route-target import IMPORTTARGET' },
      { words: 'route-target export ROUTETARGET' },
      { words: 'exit-vni', closes: 'vni' },
    ],
  },
  bfd: { parent: 'top', shapes: [{ words: 'profile PROFILE', opens: 'profile' }] },
  profile: {
    parent: 'bfd',
    shapes: [
      { words: 'receive-interval NUMBER' },
      { words: 'transmit-interval NUMBER' },
      { words: 'detect-multiplier NUMBER' },
      { words: 'echo-mode' },
      { words: 'echo transmit-interval NUMBER' },
      { words: 'echo receive-interval NUMBER' },
      { words: 'passive-mode' },
      { words: 'minimum-ttl NUMBER' },
    ],
  },
}

export type Match = { readonly opens?: Block; readonly closes?: Block }

/** What the line does in that block, or why it is none of its lines. */
export function matchLine(block: Block, words: readonly string[]): Match | { readonly fault: string } {
  const faults: string[] = []
  for (const shape of grammar[block].shapes) {
    const fault = mismatch(shape.words.split(' '), words)
    if (fault === undefined) return shape
    if (fault !== '') faults.push(fault)
  }
  return { fault: faults[0] ?? 'no line of that block begins so' }
}

export function parentOf(block: Block): Block | undefined {
  return grammar[block].parent
}

/** Undefined where the words have the shape; '' where a literal word differs, else what is wrong with a slot. */
function mismatch(shape: readonly string[], words: readonly string[]): string | undefined {
  let at = 0
  for (let i = 0; i < shape.length; i++) {
    const expected = shape[i] ?? ''
    if (expected === '[') {
      if (words[at] === shape[i + 1]) continue
      i = shape.indexOf(']', i)
    } else if (expected !== ']') {
      const word = words[at++]
      if (word === undefined) return ''
      const fault = /^[A-Z]/.test(expected) ? faultOf(expected as Slot, word) : expected === word ? undefined : ''
      if (fault !== undefined) return fault
    }
  }
  return at === words.length ? undefined : ''
}
