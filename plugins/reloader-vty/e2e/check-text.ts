import { compareFrrTexts, parseFrrText, type Release } from '@frrkit/frr-text'
import { type Checked, check } from '../src/check/check.ts'

/** What the check says of a text that comes to an FRR of that version. */
export function checkText(text: string, { before = '', version = '10.3' } = {}): Checked {
  const release: Release = { version }
  const after = parseFrrText(text)
  return check(after, compareFrrTexts(parseFrrText(before), after), release)
}

/** What is wrong, as one would print it. */
export function messages({ wrong }: Checked): readonly string[] {
  return wrong.map(({ path, line, why }) => `${[...path, line].join(' / ')}: ${why}`)
}

export function session(...settings: readonly string[]): string {
  const lines = ['remote-as 65002', ...settings].map((each) => `neighbor 192.0.2.1 ${each}`)
  return ['router bgp 65001', ...lines].join('\n')
}

export function family(...lines: readonly string[]): string {
  return `router bgp 65001\naddress-family ipv4 unicast\n${lines.join('\n')}`
}
