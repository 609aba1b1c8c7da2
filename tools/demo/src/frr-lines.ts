import { redactFrrText } from '@frrkit/model'

/** What FRR says about itself in `show running-config`, and what only separates blocks: no difference worth showing. */
const frame = [
  /^!?\s*$/,
  /^(Building|Current) configuration/,
  /^(frr (version|defaults)|hostname|log|service integrated-vtysh-config)\b/,
  /^(no )?(ip|ipv6) forwarding$/,
  /^(end|exit)$/,
]

/** The lines of a frr.conf that say something, passwords hidden: what a person compares. */
export function frrLines(text: string): readonly string[] {
  const lines = redactFrrText(text)
    .split('\n')
    .map((line) => line.trimEnd())
  return lines.filter((line) => !frame.some((pattern) => pattern.test(line.trim())))
}
