import { isSince, type Release } from '@frrkit/frr-text'
import { parsePrefix } from '@frrkit/model'
import type { CheckedLine } from './check.ts'
import { ownRemoteAs, type Placed, type Router } from './sessions.ts'

/** One AS for each VRF: bgpd has one router there. */
export function checkInstances(routers: readonly Router[]): readonly CheckedLine[] {
  const firsts = new Map(routers.toReversed().map((router) => [router.vrf, router]))
  return routers.flatMap((router) => {
    const { vrf, context } = router
    const earlier = firsts.get(vrf)
    if (earlier === undefined || earlier === router) return []
    const where = vrf === '' ? 'the default VRF' : `VRF ${vrf}`
    return [{ path: [], line: context.path[0] ?? '', why: `${where} has a router already, of AS ${earlier.asn}` }]
  })
}

type RouterRule = (line: string, router: Router, release: Release) => string | undefined

/** Why bgpd refuses a line of a router, or of one of its address families. */
const rules: readonly RouterRule[] = [
  (line) => (/^timers bgp \d+ [12]$/.test(line) ? 'a hold time is 0, or 3 at least' : undefined),
  (line) => {
    const [, delay, wait] = /^update-delay (\d+) (\d+)$/.exec(line) ?? []
    return Number(wait) > Number(delay) ? 'the second time is the longer one' : undefined
  },
  (line, { asn }, release) =>
    line.startsWith('bgp confederation peers ') && !isSince(release, 10) && line.split(' ').includes(asn)
      ? 'the AS of the router itself is among them'
      : undefined,
  (line, { vrf }) => {
    const [, from] = /^import vrf (?!route-map )(\S+)$/.exec(line) ?? []
    return from !== undefined && from === (vrf || 'default') ? 'a VRF cannot import from itself' : undefined
  },
  (line, { neighbors }) => {
    const [, group = ''] = /^bgp listen range \S+ peer-group (\S+)$/.exec(line) ?? []
    if (group === '') return undefined
    if (neighbors.get(group)?.isGroup !== true) return `there is no peer-group ${group}`
    return ownRemoteAs(neighbors.get(group)) === undefined
      ? `nothing says the AS of the peer-group ${group}`
      : undefined
  },
]

export function checkRouter(router: Router, release: Release): readonly CheckedLine[] {
  const single = router.lines.flatMap(({ path, line }) =>
    rules.flatMap((rule) => {
      const why = rule(line, router, release)
      return why === undefined ? [] : [{ path, line, why }]
    }),
  )
  return [...single, ...overlaps(router)]
}

function overlaps({ lines }: Router): readonly CheckedLine[] {
  const ranges = lines.flatMap((each) => {
    const range = /^bgp listen range (\S+) /.exec(each.line)?.[1]
    return range === undefined ? [] : [{ each, range }]
  })
  const lengths = [...new Set(ranges.map(({ range }) => lengthOf(range)))]
  // Where the first range stands that is this one, and the first that is in this one.
  const [whole, inside] = [new Map<string, number>(), new Map<string, number>()]
  return ranges.flatMap(({ each, range }, i) => {
    const own = cut(range, lengthOf(range)) ?? ''
    const around = lengths.flatMap((length) => (length > lengthOf(range) ? [] : (cut(range, length) ?? [])))
    const places = [inside.get(own), ...around.map((prefix) => whole.get(prefix))].filter(
      (place) => place !== undefined,
    )
    if (!whole.has(own)) whole.set(own, i)
    for (const prefix of around) if (!inside.has(prefix)) inside.set(prefix, i)
    return places.length === 0 ? [] : [complain(each, `it overlaps with ${ranges[Math.min(...places)]?.range}`)]
  })
}

function complain({ path, line }: Placed, why: string): CheckedLine {
  return { path, line, why }
}

function lengthOf(range: string): number {
  return Number(range.split('/')[1])
}

/** The prefix of that length which a longer one is in. */
function cut(range: string, length: number): string | undefined {
  const prefix = parsePrefix(`${range.split('/')[0]}/${length}`)
  return prefix && `${length} ${prefix.text}`
}
