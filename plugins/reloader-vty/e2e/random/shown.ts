/**
 * What `show running-config` prints, as a sorted list of lines with the contexts they stand in: without what is about the
 * machine, and with ranks in the place of sequence numbers, which mean order and nothing else.
 */
export function comparable(running: string): readonly string[] {
  const lines = withoutNumbers(running.split('\n').filter((line) => line.trim() !== '' && !ignored.test(line)))
  let block: readonly string[] = []
  const found: string[] = []
  for (const line of lines) {
    const depth = line.length - line.trimStart().length
    if (/^ *exit/.test(line)) continue
    block = [...block.slice(0, depth), line.trim()]
    found.push(block.join(' / '))
  }
  return found
    .filter((line) => !meansNothing.test(line) && !isOfItsGroup(line, found))
    .map((line) =>
      line.replace(/(?<=\/ bgp confederation peers )\d.*/, (peers) => peers.split(' ').toSorted().join(' ')),
    )
    .toSorted()
}

/** bgpd shows it at the members of a peer-group, too, but not at those that join one that is not active in that family. */
function isOfItsGroup(line: string, all: readonly string[]): boolean {
  const [, router, family, name] = /^(.*) \/ (.*) \/ neighbor (\S+) disable-addpath-rx$/.exec(line) ?? []
  const group =
    name &&
    all
      .find((other) => other.startsWith(`${router} / neighbor ${name} peer-group `))
      ?.split(' ')
      .at(-1)
  return group !== undefined && all.includes(`${router} / ${family} / neighbor ${group} disable-addpath-rx`)
}

/** Once there was something in it, the block stays; bgpd of 10.3 shows VRFs that zebra was told of. */
const meansNothing = /^(?:bfd|vrf \S+|router bgp [^/]+ \/ address-family \S+ \S+)$/

const ignored =
  /^(?: *!|Building |Current |end$|frr |hostname |domainname |log file |service |no ip(?:v6)? forwarding| netns | {2}rt vpn import | use-underlays-nexthop-weight$| neighbor \S+ tcp-mss 0$)/

function withoutNumbers(lines: readonly string[]): readonly string[] {
  const numbers = new Map<string, number[]>()
  const denying = new Set<string>()
  for (const line of lines) {
    const [, key, seq, action] = numbered.exec(line) ?? []
    if (key === undefined) continue
    numbers.set(key, [...(numbers.get(key) ?? []), Number(seq)])
    if (action === 'deny') denying.add(key)
  }
  let map: readonly number[] = []
  return lines.map((line) => {
    const entry = /^route-map (\S+) (permit|deny) (\d+)$/.exec(line)
    if (entry) {
      const [, name, action, seq] = entry
      map = lines.flatMap((other) => new RegExp(`^route-map ${name} \\S+ (\\d+)$`).exec(other)?.[1] ?? []).map(Number)
      return `route-map ${name} ${action} #${map.indexOf(Number(seq))}`
    }
    const [, to] = /^ on-match goto (\d+)$/.exec(line) ?? []
    if (to !== undefined) return ` on-match goto #${map.findIndex((seq) => seq >= Number(to))}`
    const [, key, seq] = numbered.exec(line) ?? []
    if (key === undefined) return line
    const rank = denying.has(key) ? (numbers.get(key) ?? []).toSorted((a, b) => a - b).indexOf(Number(seq)) : 0
    return line.replace(` seq ${seq} `, ` #${rank} `)
  })
}

const numbered = /^((?:ip|ipv6|bgp|access-list) .*?) seq (\d+) (permit|deny) /
