import { expect, test } from 'vitest'
import { checkText, messages, session } from '../../e2e/check-text.ts'

const why = 'import vrf does that by itself, and FRR takes one of the two'
const blue = 'router bgp 65001 vrf blue\naddress-family ipv4 unicast'

test.each([
  { lines: `${blue}\nimport vrf red\nrd vpn export 1:1`, wrong: 'rd vpn export 1:1' },
  { lines: `${blue}\nimport vrf red\nexport vpn`, wrong: 'export vpn' },
  { lines: `${blue}\nimport vpn\nexport vpn\nrt vpn both 1:1`, wrong: undefined },
  { lines: `${blue}\nrt vpn import 1:1\nrouter bgp 65001\nimport vrf blue`, wrong: 'rt vpn import 1:1' },
  { lines: `${blue}\nexport vpn\nrouter bgp 65001\nimport vrf blue`, wrong: undefined },
])('of $lines, $wrong is wrong', ({ lines, wrong }) => {
  const path = 'router bgp 65001 vrf blue / address-family ipv4 unicast'
  expect(messages(checkText(lines))).toEqual(wrong === undefined ? [] : [`${path} / ${wrong}: ${why}`])
})

test.each([
  { withdrawn: '11', wrong: [] },
  {
    withdrawn: '11 9',
    wrong: [
      'router bgp 65001 / neighbor 192.0.2.1 path-attribute discard 7 9: treat-as-withdraw has the path attribute 9, too, and bgpd ends of both',
    ],
  },
])('path attributes 7 and 9 are discarded, and $withdrawn withdrawn', ({ withdrawn, wrong }) => {
  const text = session('path-attribute discard 9 7', `path-attribute treat-as-withdraw ${withdrawn}`)
  expect(messages(checkText(text))).toEqual(wrong)
})
