import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createLab, established, startFrr, waitFor } from '@frrkit/frr-lab'
import { createApiServer, metallbResources } from '@frrkit/testing/api-server'
import { cluster, service, slice } from './metallb.ts'

// From the endpoint of a service becoming ready to its route in the kernel of a peer: `npm run bench:metallb -- 5000 30`.
// FRR needs minutes for its first five thousand prefixes, so they are aggregated: 256 services to a route, unless the third
// word is `hosts`.
const [services, changes] = [Number(process.argv[2] ?? 0), Number(process.argv[3] ?? 30)]
const aggregationLength = process.argv[4] === 'hosts' ? 32 : 24
const built = fileURLToPath(new URL('../../../packages/cli/dist/bin.js', import.meta.url))

const lab = await createLab({ name: 'bench-metallb' })
const server = await createApiServer({ namespaces: ['metallb-system', 'frr-k8s-system'], resources: metallbResources })
try {
  const [a, b] = [await lab.node('node'), await lab.node('peer')]
  await lab.link(a, b, { a: ['192.0.2.9/29'], b: ['192.0.2.10/29'] })
  const config =
    'router bgp 64512\n no bgp ebgp-requires-policy\n neighbor 192.0.2.9 remote-as 64500\n neighbor 192.0.2.9 timers connect 1\n'
  const [node, peer] = await Promise.all([startFrr(a, {}), startFrr(b, { config })])
  const put = ({ body }: { readonly body: unknown }) => server.put(body as Parameters<typeof server.put>[0])
  for (const object of cluster(services)) if (!object.object.kind.startsWith('BGP')) put(object)
  const tor = {
    apiVersion: 'metallb.io/v1beta2',
    kind: 'BGPPeer',
    metadata: { name: 'tor', namespace: 'metallb-system' },
  }
  put({ body: { ...tor, spec: { myASN: 64_500, peerASN: 64_512, peerAddress: '192.0.2.10', connectTime: '1s' } } })
  const all = {
    kind: 'BGPAdvertisement',
    metadata: { name: 'all', namespace: 'metallb-system' },
    spec: { aggregationLength },
  }
  put({ body: { apiVersion: 'metallb.io/v1beta1', ...all } })

  const where = ['--namespace', 'frr-k8s-system', '--kubeconfig', server.kubeconfigPath, '--node-name', 'worker-1']
  const frr = ['--frr-conf', node.configFile, '--pathspace', node.pathspace]
  const off = ['--metrics-bind-address', '0', '--health-probe-bind-address', '0', '--metallb', 'in-process']
  const daemon = spawn(process.execPath, [built, 'run', ...where, ...frr, ...off], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const monitor = spawn('ip', ['-n', peer.node.namespace, 'monitor', 'route'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const waiting = new Map<string, (at: number) => void>()
  createInterface({ input: monitor.stdout }).on('line', (line) =>
    waiting.get(line.split(' ')[0] ?? '')?.(performance.now()),
  )
  await established(node, '192.0.2.10', { within: 900_000 })
  await waitFor('the statuses', async () => server.list('ServiceBGPStatus').length >= services || undefined, {
    within: 900_000,
  })

  const took: number[] = []
  for (let i = services; i < services + changes; i++) {
    const address = (Math.ceil(services / 256) + i - services) * 256
    put(service(i, address))
    await sleep(600)
    const ip = `10.${(address >> 16) & 15}.${(address >> 8) & 255}.0${aggregationLength === 32 ? '' : '/24'}`
    const arrives = new Promise<number>((resolve) => waiting.set(ip, resolve))
    const began = performance.now()
    put(slice(i))
    took.push((await arrives) - began)
  }
  const sorted = took.toSorted((x, y) => x - y)
  const at = (share: number) => (sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN).toFixed(0)
  const rss = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${daemon.pid}/status`, 'utf8'))?.[1]) / 1024
  console.log(
    `${services} services × 3 endpoints, routes of /${aggregationLength}, ${changes} become ready one by one, to the kernel of the peer:`,
  )
  console.log(`p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, max ${at(1)} ms; daemon ${rss.toFixed(0)} MiB RSS`)
  const ended = once(daemon, 'exit')
  daemon.kill('SIGTERM')
  monitor.kill()
  await ended
} finally {
  await server.close()
  await lab.stop()
}
