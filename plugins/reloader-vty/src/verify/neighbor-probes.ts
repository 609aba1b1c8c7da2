import type { Context, FrrText } from '@frrkit/frr-text'
import { neighborSettings } from './neighbor-settings.ts'
import type { Probe, Setting } from './probe.ts'
import { inVrf } from './table.ts'

export type NeighborProbes = {
  /** Notes a line about a neighbor; false where bgpd's answer about it would not prove the line. */
  take(context: readonly string[], line: string, family: string | undefined): boolean
  count(): number
  probes(): readonly Probe[]
}

type Expected = { readonly command: string; readonly name: string; there: boolean; settings: Map<string, Setting> }

/** A member shows what its group says as well, so its own lines are not proved by that; and a group is no neighbor. */
function groupedIn(contexts: readonly Context[]): ReadonlySet<string> {
  const routers = contexts.filter(({ kind }) => kind === 'router-bgp')
  return new Set(
    routers.flatMap(({ path, lines }) =>
      lines.flatMap((line) => {
        const name = /^neighbor (\S+) .*\bpeer-group\b/.exec(line)?.[1]
        return name === undefined ? [] : `${path[0]}\n${name}`
      }),
    ),
  )
}

/** Gathers what a plan says about each neighbor, for one question each. */
export function createNeighborProbes({ contexts }: FrrText): NeighborProbes {
  const found = new Map<string, Expected>()
  const expected = (router: string, name: string): Expected => {
    const command = `show bgp ${inVrf(router)}neighbors ${name} json`
    const known = found.get(command) ?? { command, name, there: true, settings: new Map() }
    found.set(command, known)
    return known
  }
  let grouped: ReadonlySet<string> | undefined
  const isGrouped = (router: string, name: string): boolean => {
    grouped ??= groupedIn(contexts)
    return grouped.has(`${router}\n${name}`)
  }
  return {
    take([router = ''], line, family) {
      if (family === undefined) return false
      const [, no = '', name = '', words = ''] = /^(no )?neighbor (\S+)(?: (.*))?$/.exec(line) ?? []
      if (name === '' || isGrouped(router, name)) return false
      const neighbor = expected(router, name)
      if (words === '') {
        neighbor.there = no === ''
        neighbor.settings.clear()
        return no !== '' && family === ''
      }
      const settings = neighborSettings(words, family === '' ? undefined : family)
      // What a value is after it was taken back, another line may say.
      if (settings === undefined || (no !== '' && words !== 'activate')) return false
      neighbor.there = true
      for (const { at, is } of settings) neighbor.settings.set(at.join('\n'), { at, is: no === '' ? is : false })
      return true
    },
    count: () => found.size,
    probes: () =>
      [...found.values()].map(({ command, name, there, settings }) => ({
        command,
        expects: { kind: 'neighbor', name, there, settings: [...settings.values()] },
      })),
  }
}
