import * as fc from 'fast-check'
import type { Catalogue } from './catalogue.ts'

export type RawPlan = { readonly snippet: number; readonly priority: number | undefined; readonly password: string }

export const rawPlans: fc.Arbitrary<RawPlan> = fc.record({
  snippet: fc.nat(6),
  priority: fc.constantFrom(undefined, 0, 5, -1, 2_147_483_648),
  // FRR's own grammar has it behind the password; a quarter of those that objects hold would end the line.
  password: fc.stringMatching(/^Zq8[a-z0-9]{8}$/),
})

/** FRR configuration that goes together with everything that is rendered, and with itself. */
export function writeRaw({ vrfs }: Catalogue, { snippet, priority, password }: RawPlan): object {
  const router = `router bgp ${vrfs[0]?.asn ?? 64_512}`
  const snippets = [
    '',
    'ip prefix-list raw-list seq 5 permit 192.0.2.0/24',
    'ip route 203.0.113.0/24 blackhole\nipv6 route 2001:db8:dead::/48 blackhole',
    '! no more than a comment',
    `${router}\n neighbor 198.51.100.99 remote-as 65099\n neighbor 198.51.100.99 password ${password}\nexit`,
    'route-map raw-map permit 10\n set metric 5\n!\nexit\n\n',
    '   ',
  ]
  return { rawConfig: snippets[snippet % snippets.length], ...(priority !== undefined && { priority }) }
}
