/** Prints how long the daemons take, for README.md: `node --conditions=@frrkit/source packages/vty/e2e/measure.ts`. */
import { availableFrrs, createLab, established, findRelease, startFrr } from '@frrkit/frr-lab'
import { bgpNeighbors, bgpSummary, configure, runningConfig, VtyConnection } from '../src/index.ts'

const newest = await findRelease('newest')
const installs = [...(await availableFrrs()), ...(newest ? [newest] : [])]
for (const install of installs) {
  const lab = await createLab({ name: 'vty-measure' })
  const [nodeA, nodeB] = await Promise.all([lab.node('a'), lab.node('b')])
  await lab.link(nodeA, nodeB, { a: ['192.0.2.1/30'], b: ['192.0.2.2/30'] })
  const [frr] = await Promise.all([
    startFrr(nodeA, { install, config: config(65001, '192.0.2.2') }),
    startFrr(nodeB, { install, config: config(65002, '192.0.2.1') }),
  ])
  await established(frr, '192.0.2.2')
  const places = { vtyDir: install.stateDirectory, pathspace: frr.pathspace }
  const bgpd = new VtyConnection({ daemon: 'bgpd', ...places })
  say(`FRR ${install.version}, medians of 15, ms`)

  await print('connect and ask', async () => {
    const fresh = new VtyConnection({ daemon: 'bgpd', ...places })
    await fresh.ask('')
    fresh.close()
  })
  await print('one command', () => bgpd.ask(''))
  await print('show bgp vrf all neighbors json', () => bgpNeighbors(bgpd))
  await print('the same by vtysh', () => frr.vtysh('show bgp vrf all neighbors json'))
  await print('show bgp vrf all summary json', () => bgpSummary(bgpd))
  await print('200 commands, pipelined', () => bgpd.askAll(repeat('show bgp vrfs json', 200)))
  await print('200 commands, one by one', () => bgpd.askAll(repeat('show bgp vrfs json', 200), { pipelined: false }))
  const lines = ['router bgp 65001', 'no bgp network import-check', 'address-family ipv4 unicast']
  const networks = Array.from({ length: 200 }, (_, i) => `network 10.0.${i}.0/24`)
  const back = networks.map((network) => `no ${network}`)
  await print('200 networks and back, pipelined', () => configure(bgpd, [...lines, ...networks, ...back]))
  await print('200 networks and back, one by one', () =>
    configure(bgpd, [...lines, ...networks, ...back], { stopAtRefusal: true }),
  )
  const list = Array.from({ length: 200 }, (_, i) => `ip prefix-list a seq ${i + 1} permit 10.0.${i}.0/24`)
  for (const batch of [false, true]) {
    await print(`200 list entries and back${batch ? ', batch' : ''}`, async () => {
      await configure(bgpd, list, { batch })
      await configure(bgpd, ['no ip prefix-list a'], { batch })
    })
  }
  const many = Array.from({ length: 50_000 }, (_, i) => `network 10.${i >> 8}.${i & 255}.0/24`)
  await configure(bgpd, [...lines, ...many])
  const shown = await runningConfig(bgpd)
  await print(`running configuration of ${shown.ok ? shown.value.length : 0} letters`, () => runningConfig(bgpd))
  if (install.daemons.includes('mgmtd')) {
    const mgmtd = new VtyConnection({ daemon: 'mgmtd', ...places })
    const routes = Array.from({ length: 20 }, (_, i) => `ip route 10.0.${i}.0/24 blackhole`)
    for (const batch of [false, true]) {
      await print(`20 static routes and back, mgmtd${batch ? ', batch' : ''}`, async () => {
        await configure(mgmtd, routes, { batch })
        await configure(
          mgmtd,
          routes.map((route) => `no ${route}`),
          { batch },
        )
      })
    }
    mgmtd.close()
  }
  bgpd.close()
  await lab.stop()
}

function repeat(command: string, times: number): readonly string[] {
  return Array.from({ length: times }, () => command)
}

async function print(what: string, run: () => Promise<unknown>): Promise<void> {
  const took: number[] = []
  for (let i = 0; i < 15; i++) {
    const began = performance.now()
    await run()
    took.push(performance.now() - began)
  }
  const median = took.toSorted((a, b) => a - b)[7] ?? 0
  say(`  ${what.padEnd(45)} ${median.toFixed(2).padStart(8)}`)
}

function config(asn: number, peer: string): string {
  return `router bgp ${asn}\n no bgp ebgp-requires-policy\n neighbor ${peer} remote-as external\n`
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
