/** Numbers of one name, as they are at this moment. */
export type MetricFamily = {
  readonly name: string
  readonly help: string
  readonly type: 'gauge' | 'counter'
  /** All of them with the same labels. */
  readonly samples: readonly { readonly labels: Readonly<Record<string, string>>; readonly value: number }[]
}

/** Where plugins that count something meet those that serve metrics, whatever either of them is. */
export type MetricBoard = {
  /** Asked at each scrape. */
  offer(families: () => readonly MetricFamily[]): void
  read(): readonly MetricFamily[]
}

export function createMetricBoard(): MetricBoard {
  const offers: (() => readonly MetricFamily[])[] = []
  return {
    offer(families) {
      offers.push(families)
    },
    read: () => offers.flatMap((families) => families()),
  }
}
