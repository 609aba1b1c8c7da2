/** FRR's names of the well-known communities (RFC 1997 and the IANA registry); it shows the name where it knows one. */
const wellKnown: Readonly<Record<string, string>> = {
  internet: '0:0',
  'graceful-shutdown': '65535:0',
  'accept-own': '65535:1',
  'route-filter-translated-v4': '65535:2',
  'route-filter-v4': '65535:3',
  'route-filter-translated-v6': '65535:4',
  'route-filter-v6': '65535:5',
  'llgr-stale': '65535:6',
  'no-llgr': '65535:7',
  'accept-own-nexthop': '65535:8',
  blackhole: '65535:666',
  'no-export': '65535:65281',
  'no-advertise': '65535:65282',
  'local-AS': '65535:65283',
  'no-peer': '65535:65284',
}

/** A set of communities as FRR keeps it: each once, as numbers, in their order; other words (`additive`) after them. */
export function communitySet(words: string): string {
  const all = words.split(' ').map((word) => wellKnown[word] ?? word)
  const communities = all.filter((word) => community.test(word)).map((word) => word.split(':').map(Number))
  const others = all.filter((word) => !community.test(word))
  return [...new Set(communities.toSorted(byNumber).map((parts) => parts.join(':'))), ...others].join(' ')
}

const community = /^\d+(?::\d+){1,2}$/

function byNumber(one: readonly number[], other: readonly number[]): number {
  const differs = one.findIndex((part, i) => part !== other[i])
  return (one[differs] ?? 0) - (other[differs] ?? 0)
}
