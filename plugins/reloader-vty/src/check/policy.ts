import type { Comparison, FrrText } from '@frrkit/frr-text'
import type { CheckedLine } from './check.ts'

/** The lines that hand routes to a route-map by its name. */
const reference = /(?:^call|^table-map|^neighbor \S+ unsuppress-map|(?<!^zebra) route-map) (\S+)/

/**
 * bgpd takes the name of a route-map that does not exist with a word of warning, and then lets nothing pass. So does
 * vtysh -C without any.
 */
export function checkReferences({ contexts, routeMaps }: FrrText): readonly CheckedLine[] {
  const names = new Set(routeMaps.map(({ name }) => name))
  const inMaps = routeMaps.flatMap(({ name, entries }) =>
    entries.map(({ action, seq, lines }) => ({ path: [`route-map ${name} ${action} ${seq}`], lines })),
  )
  return [...contexts, ...inMaps].flatMap(({ path, lines }) =>
    lines.flatMap((line) => {
      const name = line.includes('map ') || line.startsWith('call ') ? referred(line) : undefined
      return name === undefined || names.has(name) ? [] : [{ path, line, why: `there is no route-map ${name}` }]
    }),
  )
}

function referred(line: string): string | undefined {
  return saysNothing.test(line) ? undefined : reference.exec(line)?.[1]
}

/** What is taken away, and words of people. */
const saysNothing = /^(?:no |bgp |(?:neighbor \S+ )?(?:description|password|shutdown) )/

/** Entries that lead nowhere: FRR goes forward only. */
export function checkJumps({ routeMaps }: Comparison): readonly CheckedLine[] {
  return routeMaps.flatMap(({ name, entries }) =>
    entries.flatMap(({ after }) => {
      if (after === undefined) return []
      const path = [`route-map ${name} ${after.action} ${after.seq}`]
      return after.lines.flatMap((line) => {
        const [, goto] = /^on-match goto (\d+)$/.exec(line) ?? []
        if (line === `call ${name}`) return [{ path, line, why: 'a route-map cannot call itself' }]
        return goto !== undefined && Number(goto) <= after.seq ? [{ path, line, why: `${goto} is not behind it` }] : []
      })
    }),
  )
}

/** Entries whose number a later line gives to something else: FRR does what that one says, as a raw snippet may mean it. */
export function findReplaced({ filterLists }: FrrText): readonly CheckedLine[] {
  return filterLists.flatMap(({ kind, name, replaced = [] }) =>
    replaced.map(({ seq, action, match }) => ({
      path: [],
      line: `${kind} ${name} seq ${seq} ${action} ${match}`,
      why: 'another entry has this number too, and takes its place',
    })),
  )
}

/** Lists of two kinds with one name. */
export function checkLists({ filterLists }: FrrText): readonly CheckedLine[] {
  const kinds = new Map<string, string>()
  return filterLists.flatMap(({ kind, name, entries: [entry] }) => {
    const [, family, type] = /^(.*community-list) (standard|expanded)$/.exec(kind) ?? []
    if (family === undefined || type === undefined || entry === undefined) return []
    const key = `${family} ${name}`
    const former = kinds.get(key)
    kinds.set(key, type)
    if (former === undefined) return []
    const line = `${kind} ${name} seq ${entry.seq} ${entry.action} ${entry.match}`
    return [{ path: [], line, why: `${name} is a ${former} list already` }]
  })
}
