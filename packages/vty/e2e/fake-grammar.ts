import type { DaemonName } from '../src/daemons.ts'
import type { FakeAnswer } from '../src/fake-daemon.ts'

type Rule = readonly [RegExp, FakeAnswer | ((match: RegExpExecArray) => FakeAnswer)]

const prefixList: Rule = [
  /^ip prefix-list \S+ seq \d+ permit (\S+\/(\d+))(?: ge (\d+))?$/,
  ([, prefix = '', length = '0', ge]) => {
    if (ge === undefined || Number(ge) >= Number(length)) return ''
    const description = `Invalid prefix range for ${prefix}: Make sure that mask length <= ge <= le`
    return {
      status: 13,
      text: `% Configuration failed.\n\nError type: validation\nError description: ${description}\n`,
    }
  },
]

/** As much of FRR's grammar as the suite uses, in FRR's words. Real daemons must pass the same suite. */
const rules: Readonly<Record<DaemonName, readonly Rule[]>> = {
  bgpd: [
    [/^router bgp \d+$/, ''],
    [/^(no )?bgp [\w -]+$/, ''],
    [/^address-family ipv4 unicast$/, ''],
    [/^network \S+$/, ''],
    [/^neighbor 192\.0\.2\.3 password/, { status: 13, text: '% Specify remote-as or peer-group commands first\n' }],
    [/^neighbor \S+ route-map (\S+) in$/, ([, name]) => `The route-map '${name}' does not exist.\n`],
    [/^neighbor \S+ (remote-as|description|password) .+$/, ''],
    [/^no router bgp \d+$/, ''],
    prefixList,
    [/^no ip prefix-list \S+( seq \d+)?$/, ''],
    [/^route-map \S+ permit \d+$/, ''],
    [/^match ip address prefix-list \S+$/, ''],
  ],
  bfdd: [[/^bfd$/, ''], [/^profile \S+$/, ''], prefixList],
  mgmtd: [[/^(no )?ip route \S+ blackhole$/, ''], prefixList],
  zebra: [[/^(no )?debug zebra rib$/, '']],
  staticd: [[/^(no )?debug static events$/, '']],
}

export function fakeLine(daemon: DaemonName): (line: string) => FakeAnswer | undefined {
  return (line) => {
    for (const [pattern, answer] of rules[daemon]) {
      const match = pattern.exec(line)
      if (match) return typeof answer === 'function' ? answer(match) : answer
    }
    return undefined
  }
}

/** Without anything configured. */
export const fakeShows: Readonly<Record<string, FakeAnswer>> = {
  'show bgp vrf all neighbors json': '{}\n',
  'show bgp vrf all summary json': '{}\n',
  'show bfd peers json': '[]\n',
  'show bfd peers counters json': '[]\n',
  'show bfd vrf all peers json': '[]\n',
}
