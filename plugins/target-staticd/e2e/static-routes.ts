import { type Frr, waitFor } from '@frrkit/frr-lab'

type Route = { readonly distance: number; readonly installed?: true; readonly nexthops: readonly NextHop[] }
type NextHop = {
  readonly ip?: string
  readonly interfaceName?: string
  readonly blackhole?: true
  readonly reject?: true
}

/** Waits until the static routes that zebra has put into the kernel are these, as `prefix distance via …`. */
export async function installed(frr: Frr, ...wanted: readonly string[]): Promise<void> {
  await waitFor(
    `the static routes ${wanted.join(', ') || '(none)'}`,
    async () => ((await staticRoutes(frr)).join('\n') === wanted.toSorted().join('\n') ? true : undefined),
    { within: 60_000 },
  )
}

export async function staticRoutes(frr: Frr): Promise<readonly string[]> {
  const tables = await Promise.all(
    ['ip', 'ipv6'].map((family) =>
      frr.show<Readonly<Record<string, readonly Route[]>>>(`show ${family} route static json`),
    ),
  )
  return tables
    .flatMap((table) => Object.entries(table))
    .flatMap(([prefix, routes]) => routes.filter((route) => route.installed).map((route) => describe(prefix, route)))
    .toSorted()
}

function describe(prefix: string, { distance, nexthops }: Route): string {
  const hops = nexthops.map(({ ip, interfaceName, blackhole, reject }) =>
    blackhole === true || reject === true ? 'discarded' : [ip, interfaceName].filter(Boolean).join(' '),
  )
  return `${prefix} ${distance} via ${hops.toSorted().join(', ')}`
}
