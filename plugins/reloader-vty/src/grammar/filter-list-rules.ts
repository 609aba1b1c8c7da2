import type { Rule } from './rule.ts'

/** The entries of all kinds of lists, with the number that frr-text gives them. */
export const filterListRules: readonly Rule[] = [
  {
    line: 'ip prefix-list LIST_NAME [seq (1-4294967295)] <permit|deny> <any|A.B.C.D/M [{ge (0-32)|le (0-32)}]>',
    undo: 'no ip prefix-list LIST_NAME [seq (1-4294967295)]',
    example: 'ip prefix-list x seq 5 permit 198.51.100.0/24 ge 25 le 32',
  },
  {
    line: 'ipv6 prefix-list LIST_NAME [seq (1-4294967295)] <permit|deny> <any|X:X::X:X/M [{ge (0-128)|le (0-128)}]>',
    undo: 'no ipv6 prefix-list LIST_NAME [seq (1-4294967295)]',
    example: 'ipv6 prefix-list x seq 5 permit 2001:db8:5::/48 ge 64',
  },
  { line: '<ip|ipv6> prefix-list LIST_NAME description LINE', undo: 'no <ip|ipv6> prefix-list LIST_NAME description' },
  {
    line: 'access-list LIST_NAME seq (1-4294967295) <permit|deny> <any|A.B.C.D/M [exact-match]>',
  },
  // A wildcard after the address.
  {
    line: 'access-list LIST_NAME seq (1-4294967295) <permit|deny> A.B.C.D [A.B.C.D]',
    example: 'access-list hosts seq 5 permit 192.0.2.7 0.0.0.255',
  },
  {
    line:
      'access-list LIST_NAME seq (1-4294967295) <permit|deny> ip ' +
      '<A.B.C.D A.B.C.D|host A.B.C.D|any> <A.B.C.D A.B.C.D|host A.B.C.D|any>',
    example: 'access-list flows seq 5 deny ip 10.0.0.0 0.255.255.255 host 192.0.2.7',
  },
  { line: 'access-list LIST_NAME remark LINE', undo: 'no access-list LIST_NAME remark' },
  { line: 'ipv6 access-list LIST_NAME remark LINE', undo: 'no ipv6 access-list LIST_NAME remark' },
  {
    line: 'ipv6 access-list LIST_NAME seq (1-4294967295) <permit|deny> <any|X:X::X:X/M [exact-match]>',
  },
  { line: 'bgp as-path access-list LIST_NAME seq (0-4294967295) <permit|deny> AS_PATH' },
  { line: 'bgp community-list <(1-99)|standard LIST_WORD> seq (0-4294967295) <permit|deny> AA:NN...' },
  { line: 'bgp community-list <(100-500)|expanded LIST_WORD> seq (0-4294967295) <permit|deny> REGEX' },
  { line: 'bgp extcommunity-list <(1-99)|standard LIST_WORD> seq (0-4294967295) <permit|deny> <rt|soo> ASN:NN' },
  { line: 'bgp extcommunity-list <(100-500)|expanded LIST_WORD> seq (0-4294967295) <permit|deny> REGEX' },
  { line: 'bgp large-community-list <(1-99)|standard LIST_WORD> seq (0-4294967295) <permit|deny> AA:BB:CC...' },
  { line: 'bgp large-community-list <(100-500)|expanded LIST_WORD> seq (0-4294967295) <permit|deny> REGEX' },
]
