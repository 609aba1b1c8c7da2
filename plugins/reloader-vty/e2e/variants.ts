import { type Part, parseNotation } from '../src/grammar/notation.ts'
import { exampleValues } from '../src/grammar/placeholders.ts'

/** Words that people may write where a value is meant: at the edges, out of range, of another kind. */
const odd: Readonly<Record<string, readonly string[]>> = {
  'A.B.C.D': [
    '0.0.0.0',
    '127.0.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '192.0.2.256',
    '192.0.2',
    '1.2.3.4.5',
    '010.0.0.1',
  ],
  'X:X::X:X': [
    '::',
    '::1',
    'fe80::1',
    'ff02::1',
    '2001:db8::g',
    '2001:db8:::1',
    '::ffff:192.0.2.1',
    '1:2:3:4:5:6:7:8:9',
  ],
  'A.B.C.D/M': ['0.0.0.0/0', '10.1.2.3/8', '10.0.0.0/32', '10.0.0.0/33', '10.0.0/8', '300.0.0.0/8', '2001:db8::/32'],
  'ADDRESS/M': [
    '0.0.0.0/0',
    '10.1.2.3/8',
    '127.0.0.2/8',
    '224.0.0.1/24',
    '255.255.255.255/32',
    '10.0.0.0/33',
    '10.0.0/8',
    '300.0.0.0/8',
    '2001:db8::/32',
  ],
  'X:X::X:X/M': ['::/0', '2001:db8::1/64', '2001:db8::/128', '2001:db8::/129', '2001:db8::g/64', '10.0.0.0/8'],
  'NETWORK6/M': ['::/0', 'fe80::/10', 'fe80::1/128', 'ff00::/8', '2001:db8::1/64', '2001:db8::/129', '10.0.0.0/8'],
  'AGGREGATE/M': ['10.0.0.0/31', '10.0.0.1/32', '10.0.0.0/33', '2001:db8::/32'],
  'AGGREGATE6/M': ['2001:db8::/127', '2001:db8::/128', '10.0.0.0/8'],
  NEXT_HOP: ['0.0.0.0', '0.1.2.3', '224.0.0.1', '240.0.0.1', '255.255.255.255', '192.0.2.256', '10.0.0.0'],
  NEXT_HOP6: [
    '::',
    '::1',
    '::2',
    'fe80::1',
    'febf::1',
    'fec0::1',
    'ff02::1',
    'fc00::1',
    '::ffff:192.0.2.1',
    '2001:db8::g',
  ],
  SOURCE6: ['::1', 'fe80::1', '2001:db8::g'],
  LINK_LOCAL: ['fe80::', 'febf::1', 'fec0::1', '2001:db8::1', '::'],
  ASNUM: ['0', '1', '65535', '65536', '4294967295', '4294967296', '23456'],
  'ASN:NN': ['0:0', '65535:4294967295', '65536:65535', '4294967295:1', '192.0.2.1:65535'],
  RD: ['0:0', '65535:4294967295', '65536:65535', '4294967295:1', '192.0.2.1:65535'],
  'AA:NN': ['0:0', '65535:65535', '65536:1', '1:65536', 'no-export', 'blackhole', '1:1 2:2'],
  'AA:BB:CC': ['0:0:0', '4294967295:1:1', '4294967296:1:1', '1:1:4294967296', '1:1:1 2:2:2'],
  ATTRIBUTE: ['0', '1', '4', '5', '16', '128', '255', '256'],
  // bgpd of 10.3 ends of wrong ones.
  COLOR: ['11:4294967295', '01:5 10:6'],
  WILDCARD: ['*:0', '*:4294967295'],
  RELATIVE: ['-7'],
  PASSWORD: ['a', 'p'.repeat(80), 'p'.repeat(81), 'two words', '!#?"'],
  LINE: ['x', 'a!b #c', 'a | b', 'x'.repeat(1000)],
  REGEX: ['.*', '(', '[', '*', '(a|b)', '[0-9]+'],
  AS_PATH: ['^$', '.*', '(', '[', '*', '_65001_', '(1|2)', '[0-9]+', 'a', '^6500[1-9] '],
  HOSTNAME: ['a_b', '-a', '9', 'h'.repeat(255), 'h'.repeat(256)],
  BFDPROF: ['p'.repeat(63), 'p'.repeat(64), 'a:b'],
  PROFILE_NAME: ['p'.repeat(64), 'p'.repeat(65), 'a:b'],
  LIST_NAME: ['1', 'a:b', 'n'.repeat(128), 'n'.repeat(129)],
  LIST_WORD: ['1', '501', '1a', 'n'.repeat(200)],
  COMMUNITY_LIST_NAME: ['1', '501', 'n'.repeat(200)],
  WORD: ['1', 'a:b'],
  FILENAME: ['/var/log/frr/x.log'],
  IFNAME: ['br-x.100'],
  VRFNAME: ['default'],
  RMAP_NAME: ['missing'],
  PGNAME: ['missing'],
  PEER: ['missing', '192.0.2.99', '2001:db8::99'],
}

/** Lines of a command with one value that is odd, right or wrong. */
export function variantsOf(notation: string): readonly string[] {
  const parts = parseNotation(notation)
  const lines = new Set<string>()
  // As many shapes as the longest choice has, each with and without what may be left out.
  for (let shape = 0; shape < 12; shape++) {
    for (let nth = 0; ; nth++) {
      const turn = { left: nth }
      const line = words(parts, turn, shape).join(' ')
      if (turn.left >= 0) break
      lines.add(line)
    }
  }
  return [...lines]
}

/** The odd values are dealt one after the other: `turn` says how many are still passed over. */
function words(parts: readonly Part[], turn: { left: number }, shape: number): readonly string[] {
  return parts.flatMap((part) => wordsOf(part, turn, shape))
}

function wordsOf(part: Part, turn: { left: number }, shape: number): readonly string[] {
  switch (part.is) {
    case 'word':
      return [part.word]
    case 'perhaps':
      return shape % 2 === 0 ? words(part.parts, turn, shape) : []
    case 'any-of':
      return part.choices.slice(0, shape % 3).flatMap((choice) => words(choice, turn, shape))
    case 'one-of':
      return words(part.choices[shape % part.choices.length] ?? [], turn, shape)
    case 'value':
      return [nextValue(part.name, turn)]
  }
}

function nextValue(name: string, turn: { left: number }): string {
  const [first = ''] = exampleValues(name)
  const choices = odd[name] ?? edgesOf(name)
  const chosen = turn.left >= 0 ? choices[turn.left] : undefined
  turn.left -= choices.length
  return chosen ?? first
}

function edgesOf(name: string): readonly string[] {
  const [, low = '', high = ''] = /^\((-?\d+)-(-?\d+)\)$/.exec(name) ?? []
  if (low === '') throw new Error(`BUG: nothing odd for ${name}`)
  return [low, high, String(Number(low) - 1), String(Number(high) + 1)]
}
