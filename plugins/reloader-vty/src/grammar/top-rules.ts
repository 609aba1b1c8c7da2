import { loginRules } from './login-rules.ts'
import type { Rule } from './rule.ts'
import { defaultStaticRouteRules } from './static-route-rules.ts'
import { zebraPolicyRules } from './zebra-policy-rules.ts'

const level = '[<emergencies|alerts|critical|errors|warnings|notifications|informational|debugging>]'

/** Commands of every daemon, of zebra and of staticd, at the top level; those of 10.x are mgmtd's. */
export const topRules: readonly Rule[] = [
  { line: `log stdout ${level}`, undo: 'no log stdout' },
  { line: `log syslog ${level}`, undo: 'no log syslog' },
  { line: `log file FILENAME ${level}`, undo: 'no log file' },
  {
    line: 'log facility <kern|user|mail|daemon|auth|syslog|local0|local1|local2|local3|local4|local5|local6|local7>',
    undo: 'no log facility',
  },
  { line: 'log timestamp precision (0-6)', undo: 'no log timestamp precision' },
  { line: 'log <record-priority|commands>' },
  { line: 'no log <unique-id|error-category>' },
  { line: `log filtered-file FILENAME ${level}`, undo: 'no log filtered-file' },
  { line: 'log immediate-mode', since: 10 },
  { line: 'hostname HOSTNAME', undo: 'no hostname' },
  ...loginRules,

  { line: 'debug zebra <events|kernel|vxlan|pbr|neigh|fpm|mlag|pseudowires>' },
  { line: 'debug zebra kernel msgdump' },
  { line: 'debug zebra evpn mh <es|mac|neigh|nh>' },
  { line: 'debug zebra <nht|rib|mpls> [detailed]', undo: 'no debug zebra <nht|rib|mpls>' },
  { line: 'debug zebra nexthop [detail]', undo: 'no debug zebra nexthop' },
  { line: 'debug bgp <neighbor-events|nht|keepalives|zebra|update-groups|graceful-restart|bfd>' },
  { line: 'debug bgp updates [<in|out>]' },
  { line: 'debug bgp <flowspec|labelpool>' },
  { line: 'debug bgp bestpath <A.B.C.D/M|X:X::X:X/M>' },
  { line: 'debug bgp vpn <leak-from-vrf|leak-to-vrf|rmap-event|label>' },
  { line: 'debug bfd <network|peer|zebra|distributed>' },
  { line: 'debug static <events|route>' },
  { line: 'debug zebra packet [<recv|send>] [detail]', undo: 'no debug zebra packet' },

  { line: 'no <ip|ipv6> forwarding' },
  { line: 'ip router-id A.B.C.D' },
  // 8.4 takes it for ::.
  { line: 'ipv6 router-id X:X::X:X', since: 10 },
  { line: 'zebra nexthop-group keep (1-3600)' },
  // Of the default VRF.
  { line: 'vni (1-16777215) [prefix-routes-only]' },
  {
    line: 'zebra route-map delay-timer (0-600)',
    undo: 'no zebra route-map delay-timer',
    example: 'zebra route-map delay-timer 7',
    before: 10,
  },
  { line: 'no zebra nexthop kernel enable' },
  { line: 'zebra nexthop proto only' },

  { line: '<ip|ipv6> nht resolve-via-default', before: 10 },
  { line: 'no <ip|ipv6> nht resolve-via-default', since: 10 },
  ...zebraPolicyRules,
  ...defaultStaticRouteRules,

  { line: 'bgp route-map delay-timer (0-600)', undo: 'no bgp route-map delay-timer' },
  { line: 'bgp community alias AA:NN WORD' },
  { line: 'bgp send-extra-data zebra' },
  { line: 'bgp no-rib' },
  {
    line: 'bgp <input-queue-limit|output-queue-limit> (1-4294967295)',
    undo: 'no bgp <input-queue-limit|output-queue-limit>',
    since: [10, 3],
  },
  { line: 'bgp session-dscp (0-63)', undo: 'no bgp session-dscp', example: 'bgp session-dscp 40' },

  { line: 'router bgp ASNUM [vrf VRFNAME]', example: 'router bgp 65009 vrf blue' },
  // FRR keeps what it does with an interface or a VRF that the machine has: only the lines in it can go.
  { line: 'vrf VRFNAME', undo: '' },
  { line: 'interface IFNAME', undo: '', example: 'interface eth7' },
  { line: 'bfd', undo: '' },
  { line: 'route-map WORD <permit|deny> (1-65535)' },

  // What vtysh writes above a configuration, and reads itself.
  { line: 'frr version WORD', undo: '' },
  { line: 'frr defaults <traditional|datacenter>', undo: '' },
  { line: 'service integrated-vtysh-config', undo: '' },
]
