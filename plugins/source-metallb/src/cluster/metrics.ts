import type { MetricFamily } from '@frrkit/plugin'
import type { Announced } from './announced.ts'

/** What MetalLB's speaker counts, under its names: dashboards rely on them. */
export function metallbMetrics(node: string, { current, counts }: Announced): readonly MetricFamily[] {
  const { updates, errors, loaded, stale } = counts()
  return [
    {
      name: 'metallb_speaker_announced',
      help: 'Services being announced from this node. This is desired state, it does not guarantee that the routing protocols have converged.',
      type: 'gauge',
      samples: (current() ?? []).flatMap(({ service: { namespace, name }, addresses }) =>
        addresses.map(({ text: ip }) => ({
          labels: { service: `${namespace}/${name}`, protocol: 'bgp', node, ip },
          value: 1,
        })),
      ),
    },
    plain('updates_total', 'counter', 'Number of k8s object updates that have been processed.', updates),
    plain('update_errors_total', 'counter', 'Number of k8s object updates that failed for some reason.', errors),
    plain('config_loaded_bool', 'gauge', '1 if the configuration was successfully loaded at least once.', loaded),
    plain(
      'config_stale_bool',
      'gauge',
      '1 if running on a stale configuration, because the latest config failed to load.',
      stale,
    ),
  ]
}

function plain(name: string, type: MetricFamily['type'], help: string, value: number | boolean): MetricFamily {
  return { name: `metallb_k8s_client_${name}`, help, type, samples: [{ labels: {}, value: Number(value) }] }
}
