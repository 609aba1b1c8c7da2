import {
  bfdCounters,
  bfdPeers,
  bgpCounters,
  describeVtyError,
  VtyConnection,
  type VtyPlaces,
  type VtyResult,
} from '@frrkit/vty'
import { Registry } from 'prom-client'
import { fillBfd } from './bfd-metrics.ts'
import { fillBgp } from './bgp-metrics.ts'

/** FRR's metrics as they are now; the series of a daemon that does not answer are absent. */
export type FrrScraper = { scrape(): Promise<Registry>; close(): void }

export type FrrScraperOptions = VtyPlaces & {
  /** Milliseconds that an answer of FRR may take. */
  readonly within: number
  /** What FRR did not answer, each time it is something else. */
  readonly failed: (words: string) => void
}

export function frrScraper({ within, failed, ...places }: FrrScraperOptions): FrrScraper {
  const bgpd = new VtyConnection({ daemon: 'bgpd', ...places, within })
  const bfdd = new VtyConnection({ daemon: 'bfdd', ...places, within })
  const said = new Map<string, string>()

  const answerOf = <T>(what: string, shown: VtyResult<T>): T | undefined => {
    const words = shown.ok ? '' : describeVtyError(shown.error)
    if (words !== (said.get(what) ?? '') && words !== '') failed(words)
    said.set(what, words)
    return shown.ok ? shown.value : undefined
  }
  return {
    async scrape() {
      const registry = new Registry()
      const [bgp, peers, counters] = await Promise.all([bgpCounters(bgpd), bfdPeers(bfdd), bfdCounters(bfdd)])
      const [neighbors, bfd] = [answerOf('bgpd', bgp), answerOf('bfdd', peers)]
      const counted = answerOf('bfdd counters', counters)
      if (neighbors !== undefined) fillBgp(registry, neighbors)
      if (bfd !== undefined && counted !== undefined) fillBfd(registry, bfd, counted)
      return registry
    },
    close() {
      bgpd.close()
      bfdd.close()
    },
  }
}
