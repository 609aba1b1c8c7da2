import { expect, test } from 'vitest'
import { serveHealth } from './health.ts'
import type { Logger } from './log.ts'
import { parseListen, pluginFlags, tellWithoutEffect } from './reference-flags.ts'

test.each([
  { text: '127.0.0.1:7572', listen: { host: '127.0.0.1', port: 7572 } },
  { text: '[::1]:7572', listen: { host: '::1', port: 7572 } },
  { text: ':7572', listen: { port: 7572 } },
  { text: '0', listen: false },
  { text: '', listen: false },
])('--health-probe-bind-address "$text"', ({ text, listen }) => {
  expect(parseListen(text)).toEqual(listen)
})

test.each(['7572', '127.0.0.1', '127.0.0.1:70000', '::1:7572', 'a:b'])('"%s" is no address', (text) => {
  expect(() => parseListen(text)).toThrow('Write it as 127.0.0.1:7572, or 0 for none.')
})

test.each([
  { case: 'nothing', given: {}, metrics: {} },
  { case: 'empty flags', given: { metricsBindAddress: '', metricsPath: '', tlsCertFile: '' }, metrics: {} },
  {
    case: 'the flags of frr-metrics',
    given: { metricsPort: 9141, metricsPath: '/m', tlsCertFile: 'a.crt', tlsPrivateKeyFile: 'a.key' },
    metrics: {
      frrMetricsBindAddress: '0.0.0.0:9141',
      metricsPath: '/m',
      tlsCertFile: 'a.crt',
      tlsPrivateKeyFile: 'a.key',
    },
  },
  {
    case: 'an address, which says more than a port',
    given: { metricsPort: 9141, frrMetricsBindAddress: '127.0.0.1:7573' },
    metrics: { frrMetricsBindAddress: '127.0.0.1:7573' },
  },
])('options of metrics-prometheus: $case', ({ given, metrics }) => {
  expect(pluginFlags(given)['metrics-prometheus']).toEqual(metrics)
})

test('the log names what was given in vain, and only that', () => {
  const said: string[] = []
  const log: Logger = { info: (_, message) => said.push(message), warn: () => {}, error: () => {} }
  tellWithoutEffect({ pprofBindAddress: '', zapDevel: true, metricsBindAddress: '0.0.0.0:9140' }, log)
  expect(said).toEqual([
    '--zap-devel is taken for the sake of manifests written for frr-k8s, and has no effect: the log is JSON lines; its level is --log-level',
  ])
})

test('the kubelet is told that the process lives', async () => {
  const serving = await serveHealth({ host: '127.0.0.1', port: 0 })
  if (!serving.ok) throw new Error('a free port is free')
  const { port, close } = serving.value
  const get = async (path: string, method = 'GET') => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method })
    return [answer.status, await answer.text()]
  }
  expect(await get('/healthz')).toEqual([200, 'ok'])
  expect(await get('/readyz')).toEqual([200, 'ok'])
  expect(await get('/readyz', 'POST')).toEqual([405, ''])
  expect(await get('/metrics')).toEqual([404, ''])
  const other = await serveHealth({ host: '127.0.0.1', port })
  expect(!other.ok && other.problems).toEqual([
    {
      code: 'cli/listen',
      severity: 'error',
      subject: `address 127.0.0.1:${port}`,
      field: '--health-probe-bind-address',
      reason: `listen EADDRINUSE: address already in use 127.0.0.1:${port}`,
      evidence: [],
      help: 'name another address, or 0 for none',
    },
  ])
  close()
})
