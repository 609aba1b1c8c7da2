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

/** Words with the names of well-known communities written as numbers. */
export function numericCommunities(words: string): string {
  return words
    .split(' ')
    .map((word) => wellKnown[word] ?? word)
    .join(' ')
}
