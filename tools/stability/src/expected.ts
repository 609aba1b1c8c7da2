import { neighbors } from './places.ts'
import { nameOf, type Wanted } from './spec.ts'

/** Prefixes by the neighbor that is to be told of them. */
export type Told = ReadonlyMap<string, ReadonlySet<string>>

/** What each neighbor is to be told, as far as its sessions carry it: all of them speak their own family, eth4 both. */
export function told({ routers }: Wanted): Told {
  return new Map(
    routers.flatMap((router) =>
      (router.neighbors ?? []).map((neighbor) => {
        const name = nameOf(neighbor)
        const { mode, prefixes = [] } = neighbor.toAdvertise?.allowed ?? {}
        const allowed = mode === 'all' ? (router.prefixes ?? []) : prefixes
        return [name, new Set(allowed.filter((prefix) => carries(name, prefix)))] as const
      }),
    ),
  )
}

function carries(neighbor: string, prefix: string): boolean {
  return neighbor === neighbors.unnumbered || neighbor.includes(':') === prefix.includes(':')
}
