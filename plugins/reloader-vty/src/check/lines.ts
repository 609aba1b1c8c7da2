import type { Release } from '@frrkit/frr-text'
import { maxCommandBytes } from '@frrkit/vty'
import { know } from '../grammar/know.ts'
import type { ChangedLine } from './changed-lines.ts'
import { endsBgpd } from './deadly.ts'
import { rangeComplaint } from './ranges.ts'

/** What is said about one line by itself; undefined when it is right, `unknown` when nobody here can tell. */
export type Verdict = { readonly unknown: boolean; readonly why: string } | undefined

export function judge(changed: ChangedLine, release: Release): Verdict {
  const { kind, path, line } = changed
  const why = tooLong(line, release) ?? ofNoGrammar(line) ?? ofOtherFamily(path, line) ?? endsBgpd(changed, release)
  if (why !== undefined) return { unknown: false, why }
  const known = know(kind, line, release)
  if (known === undefined) return { unknown: true, why: 'no command that is known here' }
  const complaint = known.complaint ?? (prefixList.test(line) ? rangeComplaint(line) : undefined)
  return complaint === undefined ? undefined : { unknown: false, why: complaint }
}

const prefixList = /^ip(?:v6)? prefix-list \S+ (?:seq|permit|deny) /

/** FRR cuts a longer one in two, and carries out the second half as well. */
function tooLong(line: string, { version = '' }: Release): string | undefined {
  const most = maxCommandBytes(version)
  // Three bytes a letter at most, in UTF-16.
  if (line.length * 3 <= most) return undefined
  const bytes = new TextEncoder().encode(line).length
  return bytes > most ? `${bytes} bytes, and FRR reads ${most} of a line` : undefined
}

/** `a | b`, or `a| b`: everywhere, FRR takes what follows for what shall be done with its answer. */
function ofNoGrammar(line: string): string | undefined {
  if (line.includes('\0')) return 'FRR reads up to the NUL in it, and no further'
  return line.includes('| ') ? 'FRR takes what follows | for a command of its own' : undefined
}

/** FRR looks for the command in other places, finds it and puts it there. */
function ofOtherFamily(path: readonly string[], line: string): string | undefined {
  const [, prefix] =
    /^(?:network|aggregate-address|ip prefix-list \S+ seq \d+ (?:permit|deny)) (\S+\/\d+)/.exec(line) ?? []
  if (prefix === undefined) return undefined
  const isIpv6 = line.startsWith('ip prefix-list ') ? false : path.at(-1)?.startsWith('address-family ipv6') === true
  return prefix.includes(':') === isIpv6 ? undefined : `${prefix} is no ${isIpv6 ? 'IPv6' : 'IPv4'} prefix`
}
