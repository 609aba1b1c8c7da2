import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { statusReporterConforms } from '@frrkit/testing'
import { metricsPrometheus } from './metrics-prometheus.ts'

// Those whom it tells ask it; that nobody does is how it begins.
statusReporterConforms('metrics-prometheus', async () => {
  const vtyDir = await mkdtemp(join(tmpdir(), 'frrkit-metrics-'))
  return {
    reporter: metricsPrometheus({
      vtyDir,
      metricsSecure: false,
      metricsBindAddress: '127.0.0.1:0',
      healthProbeBindAddress: '127.0.0.1:0',
    }),
    close: () => rm(vtyDir, { recursive: true }),
  }
})
