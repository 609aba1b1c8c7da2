import type { RouteMapEntry } from './frr-text.ts'

/** Entries of a route-map, by what they have in common with others. */
export type Resembling = {
  /** In rising places. */
  add(place: number, entry: RouteMapEntry): void
  /** The first place that is free of an entry that does the same, and has a line in common. What is not free never is again. */
  find(entry: RouteMapEntry, isFree: (place: number) => boolean): number | undefined
}

/** Two lone entries are one that changes when they do the same, and have at least one line in common. */
export function createResembling(): Resembling {
  const byLine = new Map<string, { readonly places: number[]; next: number }>()
  return {
    add(place, { action, lines }) {
      for (const line of lines) {
        const key = `${action} ${line}`
        const known = byLine.get(key)
        if (known === undefined) byLine.set(key, { places: [place], next: 0 })
        else known.places.push(place)
      }
    },
    find({ action, lines }, isFree) {
      const found = lines.flatMap((line) => {
        const known = byLine.get(`${action} ${line}`)
        if (known === undefined) return []
        const { places } = known
        while (known.next < places.length && !isFree(places[known.next] as number)) known.next++
        return places[known.next] ?? []
      })
      return found.length === 0 ? undefined : Math.min(...found)
    },
  }
}
