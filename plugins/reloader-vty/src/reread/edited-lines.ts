export type Edited = {
  /** `ip prefix-list x seq 5 permit 10.0.0.0/8` */
  readonly entries: readonly string[]
  readonly networks: readonly Network[]
}

/** `network 10.0.0.0/8`, and the router and the family that it stands in. */
export type Network = { readonly path: readonly [router: string, family: string]; readonly line: string }

/** The edited lines, each in its context; `undefined` when one of them is of another kind. */
export function editedLines(lines: readonly string[], numbers: readonly number[]): Edited | undefined {
  const entries: string[] = []
  const networks: Network[] = []
  const inside = createInside()
  let read = 0
  for (const number of numbers) {
    const line = lines[number] ?? ''
    if (isNothing(line)) continue
    if (entry.test(line)) {
      // What follows must not have been in a context that this line ends.
      if (!opensAtTop(lines, number)) return undefined
      entries.push(line)
    } else if (network.test(line)) {
      for (; read < number; read++) inside.take(lines[read] ?? '')
      const path = inside.path()
      if (path === undefined) return undefined
      networks.push({ path, line: line.trim() })
    } else return undefined
  }
  return { entries, networks }
}

const entry = /^(?:ip|ipv6) prefix-list \S+ seq \d+ permit \S/
const network = /^[ \t]+network \S+$/
const opener = /^(?:(?:ip|ipv6) prefix-list|route-map|router|bfd|vrf)\b/

function isNothing(line: string): boolean {
  return line === '' || /^[ \t\r]*(?:!|$)/.test(line)
}

function opensAtTop(lines: readonly string[], number: number): boolean {
  for (let next = number + 1; next < lines.length; next++) {
    const line = lines[next] ?? ''
    if (!isNothing(line)) return opener.test(line)
  }
  return true
}

/** Lines that leave `router bgp`, or a family of it, open around them; any other may end it. */
const ofRouter =
  /^(?:neighbor|no neighbor|network|redistribute|maximum-paths|bgp router-id|no bgp (?:ebgp-requires-policy|network import-check|default ipv4-unicast))\b/

type Inside = {
  take(line: string): void
  /** To the unicast family of a router in which the next line stands, if it is sure to be one. */
  path(): Network['path'] | undefined
}

/** Follows a text, only as far as to know a unicast family when it is in one. */
function createInside(): Inside {
  let router: string | undefined
  let family: string | undefined
  return {
    take(line) {
      if (isNothing(line)) return
      if (!/^[ \t]/.test(line)) {
        router = /^router bgp \d+(?: vrf (?!default$)\S+)?$/.test(line) ? line : undefined
        family = undefined
        return
      }
      if (router === undefined) return
      const words = line.trim()
      if (words.startsWith('network ') || ofRouter.test(words)) return
      if (words === 'exit-address-family') family = undefined
      else if (/^address-family ipv[46] unicast$/.test(words)) family = words
      else {
        // Whatever it is, it may have led elsewhere.
        family = undefined
        if (!/^(?:bgp|address-family|advertise|import|export|rd|rt|exit-vni|vni)\b/.test(words)) router = undefined
      }
    },
    path: () => (router === undefined || family === undefined ? undefined : [router, family]),
  }
}
