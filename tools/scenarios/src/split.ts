import type { NeighborSpec } from '@frrkit/api'
import { type Configuration, configuration, type Wanted } from './objects.ts'

/** The same content as one object, or cut into several: it has to mean the same. */
export type Cut = { readonly as: string; readonly cut: (wanted: Wanted) => readonly Configuration[] }

export const whole: Cut = { as: 'in one object', cut: (wanted) => [configuration('whole', wanted)] }

export const perNeighbor: Cut = {
  as: 'in an object for each neighbor',
  cut: ({ neighbors, ...rest }) =>
    neighbors.map((neighbor, i) => configuration(`neighbor-${i}`, { ...rest, neighbors: [neighbor] })),
}

export const perCommunity: Cut = {
  as: 'in an object for each neighbor and community',
  cut: (wanted) =>
    cutNeighbors(wanted, ({ toAdvertise = {}, ...neighbor }) => {
      const { withCommunity = [], ...advertise } = toAdvertise
      return [
        { ...neighbor, toAdvertise: advertise },
        ...withCommunity.map((one) => ({ ...neighbor, toAdvertise: { ...advertise, withCommunity: [one] } })),
      ]
    }),
}

export const perLocalPref: Cut = {
  as: 'in an object for each neighbor and local preference',
  cut: (wanted) =>
    cutNeighbors(wanted, ({ toAdvertise = {}, ...neighbor }) => {
      const { withLocalPref = [], ...advertise } = toAdvertise
      return [
        { ...neighbor, toAdvertise: advertise },
        ...withLocalPref.map((one) => ({ ...neighbor, toAdvertise: { ...advertise, withLocalPref: [one] } })),
      ]
    }),
}

export const communitiesApart: Cut = {
  as: 'in one object without communities, and one without local preferences',
  cut: (wanted) => [
    configuration(
      'without-communities',
      onlyAdvertising(wanted, (advertise) => without(advertise, 'withCommunity')),
    ),
    configuration(
      'without-local-prefs',
      onlyAdvertising(wanted, (advertise) => without(advertise, 'withLocalPref')),
    ),
  ],
}

export const nextHopApart: Cut = {
  as: 'in one object without the next hop, and one with nothing else',
  cut: (wanted) => [
    configuration(
      'without-next-hop',
      onlyAdvertising(wanted, (advertise) => without(advertise, 'nextHop')),
    ),
    configuration(
      'next-hop',
      onlyAdvertising(wanted, ({ nextHop }) => (nextHop ? { nextHop } : {})),
    ),
  ],
}

export const receivingApart: Cut = {
  as: 'in one object that receives, and one that advertises',
  cut: (wanted) => [
    configuration('receives', {
      ...wanted,
      neighbors: wanted.neighbors.map((neighbor) => without(neighbor, 'toAdvertise')),
    }),
    configuration('advertises', {
      ...wanted,
      neighbors: wanted.neighbors.map((neighbor) => without(neighbor, 'toReceive')),
    }),
  ],
}

type Advertise = NonNullable<NeighborSpec['toAdvertise']>

function onlyAdvertising(wanted: Wanted, keep: (advertise: Advertise) => Advertise): Wanted {
  return {
    ...wanted,
    neighbors: wanted.neighbors.map((neighbor) => ({ ...neighbor, toAdvertise: keep(neighbor.toAdvertise ?? {}) })),
  }
}

function cutNeighbors(
  { neighbors, ...rest }: Wanted,
  cut: (neighbor: NeighborSpec) => readonly NeighborSpec[],
): readonly Configuration[] {
  return neighbors.flatMap((neighbor, i) =>
    cut(neighbor).map((part, j) => configuration(`part-${i}-${j}`, { ...rest, neighbors: [part] })),
  )
}

function without<T extends object, Key extends keyof T>(from: T, key: Key): Omit<T, Key> {
  const copy: Partial<T> = { ...from }
  delete copy[key]
  return copy as Omit<T, Key>
}
