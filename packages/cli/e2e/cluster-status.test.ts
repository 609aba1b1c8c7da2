import { get } from 'node:https'
import { bgpNeighbor, createLab, established, type Frr, type Lab, requireLab, startFrr } from '@frrkit/frr-lab'
import { runKubectl } from '@frrkit/kubectl'
import { type ApiServer, createApiServer } from '@frrkit/testing/api-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FrrkitProcess, startFrrkit } from './frrkit-process.ts'

const namespace = 'frr-k8s-system'

const configuration = (name: string, asn: number) => ({
  apiVersion: 'frrk8s.metallb.io/v1beta1',
  kind: 'FRRConfiguration',
  metadata: { name, namespace },
  spec: {
    bgp: {
      routers: [
        {
          asn: 64512,
          neighbors: [{ address: '192.0.2.2', asn, connectTime: '1s', password: 's3cret-of-the-session' }],
        },
      ],
    },
  },
})

/** The same object with a second session, over IPv6 and watched by BFD. */
const withBfd = (name: string) => {
  const { spec, ...rest } = configuration(name, 64513)
  const [router] = spec.bgp.routers
  const second = { address: '2001:db8::2', asn: 64513, connectTime: '1s', bfdProfile: 'fast' }
  const neighbors = [...(router?.neighbors ?? []), second]
  return { ...rest, spec: { bgp: { routers: [{ ...router, neighbors }], bfdProfiles: [{ name: 'fast' }] } } }
}

// Only the node dials: where both do, bgpd of 8.4 may take minutes to see that one connection of the two is gone (docs/operating.md).
const peerConfig = `router bgp 64513
 no bgp ebgp-requires-policy
 neighbor 192.0.2.1 remote-as 64512
 neighbor 192.0.2.1 password s3cret-of-the-session
 neighbor 192.0.2.1 passive
 neighbor 2001:db8::1 remote-as 64512
 neighbor 2001:db8::1 passive
 neighbor 2001:db8::1 bfd
 address-family ipv6 unicast
  neighbor 2001:db8::1 activate
`

/** What its manifests let the daemon do, as far as it is done here. */
const roleOfFrrK8s = new RegExp(
  [
    'get|list|watch (frrconfigurations|frrk8sconfigurations|nodes|secrets|pods)',
    'get|list|watch|create|delete|patch|update (frrnodestates|bgpsessionstates)',
    'get|patch|update (frrnodestates|bgpsessionstates)/status',
    'create (tokenreviews|subjectaccessreviews)',
  ]
    .map((rule) => `^(${rule.replace(' ', ') ')}$`)
    .join('|'),
)

function getMetrics(address: string, token: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}` }
    get(`https://${address}/metrics`, { headers, rejectUnauthorized: false }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (text: string) => (body += text))
      response.on('end', () => resolve(body))
    }).on('error', reject)
  })
}

/** One node whose FRR frrkit keeps, one peer that is plain FRR, and an API server. */
describe.runIf(await requireLab())('a node in a cluster', { timeout: 120_000 }, () => {
  let lab: Lab
  let node: Frr
  let tor: Frr
  let server: ApiServer
  let frrkit: FrrkitProcess

  beforeAll(async () => {
    lab = await createLab({ name: 'cluster-status' })
    const [a, b] = [await lab.node('node'), await lab.node('peer')]
    await lab.link(a, b, { a: ['192.0.2.1/30', '2001:db8::1/64'], b: ['192.0.2.2/30', '2001:db8::2/64'] })
    node = await startFrr(a, {})
    server = await createApiServer({ namespaces: [namespace], users: { prometheus: { username: 'prometheus' } } })
    server.put({ apiVersion: 'v1', kind: 'Node', metadata: { name: 'worker-1' } })
    server.put({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'frrkit-x', namespace } })
    server.put(withBfd('edge'))
    const cluster = ['--namespace', namespace, '--kubeconfig', server.kubeconfigPath, '--node-name', 'worker-1']
    const frr = ['--frr-conf', node.configFile, '--pathspace', node.pathspace]
    const addresses = ['--metrics-bind-address', '127.0.0.1:0', '--health-probe-bind-address', '127.0.0.1:0']
    frrkit = startFrrkit([...cluster, ...frr, ...addresses, '--pod-name', 'frrkit-x'])
    await frrkit.logged(/^FRR (took|runs) /)
    tor = await startFrr(b, { config: peerConfig })
  }, 120_000)
  afterAll(async () => {
    expect(await frrkit.stop()).toBe(0)
    await server?.close()
    await lab?.stop()
  })

  const nodeState = () =>
    server.get({ kind: 'FRRNodeState', name: 'worker-1' })?.status as Record<string, unknown> | undefined
  const session = (peer: string) =>
    server.list('BGPSessionState', { namespace }).find(({ status }) => Object(status).peer === peer)?.status
  const drops = async () => (await bgpNeighbor(tor, '192.0.2.1'))?.connectionsDropped
  const metrics = async (token: string) => {
    const { msg } = await frrkit.logged(/^metrics: listening on /)
    return getMetrics(msg.split(' ').at(-1) ?? '', token)
  }
  const warnings = () =>
    server
      .list('Event', { namespace })
      .filter(({ type }) => type === 'Warning')
      .map((event) => `${Object(event.involvedObject).name}: ${String(event.reason)}`)
      .toSorted()

  test('what FRR runs is in the FRRNodeState, without the password', async () => {
    await expect.poll(() => String(nodeState()?.runningConfig)).toContain(' neighbor 192.0.2.2 password <retracted>\n')
    expect(JSON.stringify(server.list('FRRNodeState'))).not.toContain('s3cret')
    expect(nodeState()).toMatchObject({ lastConversionResult: 'success', lastReloadResult: 'success' })
  })

  test('a session that comes up is in its BGPSessionState', async () => {
    await established(node, '192.0.2.2')
    await expect
      .poll(() => session('192.0.2.2'))
      .toEqual({ node: 'worker-1', peer: '192.0.2.2', vrf: '', bgpStatus: 'Established', bfdStatus: 'N/A' })
  })

  test('kubectl shows the columns of frr-k8s', async () => {
    const { stdout } = await runKubectl(['get', 'bgpsessionstates', '-n', namespace, '-o', 'wide'], {
      kubeconfig: server.kubeconfigPath,
    })
    const [head = '', ...rows] = stdout.split('\n')
    expect(head.split(/\s+/)).toEqual(['NAME', 'NODE', 'PEER', 'VRF', 'BGP', 'BFD'])
    expect(rows.find((row) => row.includes(' 192.0.2.2 '))).toMatch(
      /^worker-1-\w{5} +worker-1 +192\.0\.2\.2 +Established +N\/A$/,
    )
  })

  test('a conflict is told to both objects, to the node and to Prometheus; the session is not touched', async () => {
    const [before, running] = [await drops(), await node.running()]
    const stale = async () => /^frrk8s_k8s_client_config_stale_bool (\d)$/m.exec(await metrics('prometheus'))?.[1]
    expect(await stale()).toBe('0')
    server.put(configuration('other', 64_999))
    await expect.poll(warnings).toEqual(['edge: Conflict', 'other: Conflict'])
    const described = await runKubectl(['describe', 'frrconfiguration', 'edge', '-n', namespace], {
      kubeconfig: server.kubeconfigPath,
    })
    expect(described.stdout).toMatch(
      /Warning +Conflict +\S+ +frrkit +worker-1: neighbor 192\.0\.2\.2: asn: .*64513 here, 64999 in FRRConfiguration frr-k8s-system\/other \[merge\/conflict\]/,
    )
    await expect
      .poll(nodeState)
      .toMatchObject({ lastConversionResult: expect.stringMatching(/^failed: neighbor 192\.0\.2\.2: asn: /) })
    expect(nodeState()?.problems).toMatchObject([
      { object: `FRRConfiguration ${namespace}/edge`, field: 'spec.bgp.routers[0].neighbors[0].asn' },
      { object: `FRRConfiguration ${namespace}/other`, field: 'spec.bgp.routers[0].neighbors[0].asn' },
    ])
    expect(await stale()).toBe('1')
    expect(await metrics('prometheus')).toContain('frrk8s_bgp_session_up{peer="192.0.2.2",vrf="default"} 1\n')
    expect(await metrics('nobody')).toBe('Unauthorized\n')
    expect(await node.running()).toBe(running)
    expect(await drops()).toBe(before)

    server.remove({ kind: 'FRRConfiguration', namespace, name: 'other' })
    await expect.poll(nodeState).toMatchObject({ lastConversionResult: 'success' })
    expect(nodeState()?.problems).toEqual([])
    expect(await stale()).toBe('0')
    expect(await drops()).toBe(before)
  })

  test('BFD is in the object and in the metrics, and both go with the neighbor', async () => {
    const ipv6 = '2001-0db8-0000-0000-0000-0000-0000-0002'
    await expect
      .poll(() => session(ipv6))
      .toEqual({ node: 'worker-1', peer: ipv6, vrf: '', bgpStatus: 'Established', bfdStatus: 'Up' })
    const scraped = await metrics('prometheus')
    expect(scraped).toContain('frrk8s_bfd_session_up{peer="2001:db8::2",vrf="default"} 1\n')
    expect(scraped).toMatch(/^frrk8s_bfd_control_packet_input{peer="2001:db8::2",vrf="default"} [1-9]/m)
    expect(scraped).toMatch(/^frrk8s_bgp_opens_sent{peer="192\.0\.2\.2",vrf="default"} [1-9]/m)
    server.put(configuration('edge', 64513))
    await expect.poll(() => session(ipv6)).toBeUndefined()
    expect(await metrics('prometheus')).not.toContain('2001:db8::2')
  })

  test('what FRR does not take is told to the object that asks for it and to no other, until that is mended', async () => {
    const rawConfig = 'router bgp 64512\n neighbor 192.0.2.2 route-map nowhere in\n'
    const { spec: _, ...raw } = configuration('raw', 0)
    server.put({ ...raw, spec: { raw: { rawConfig } } })
    const line = 'router bgp 64512 / neighbor 192.0.2.2 route-map nowhere in'
    await expect
      .poll(() => nodeState()?.problems)
      .toEqual([
        {
          object: `FRRConfiguration ${namespace}/raw`,
          field: 'spec.raw.rawConfig',
          code: 'frr/refused',
          severity: 'error',
          reason: `${line}: FRR does not take this line: there is no route-map nowhere`,
          help: expect.any(String),
        },
      ])
    expect(nodeState()).toMatchObject({ lastReloadResult: expect.stringMatching(/^ERROR: FRR refused/) })
    await expect.poll(() => warnings().filter((warning) => warning.endsWith('Refused'))).toEqual(['raw: Refused'])
    server.put({ ...raw, spec: { raw: { rawConfig: `route-map nowhere permit 1\n${rawConfig}` } } })
    await expect.poll(() => nodeState()?.problems).toEqual([])
    expect(nodeState()).toMatchObject({ lastReloadResult: 'success' })
  })

  test('the role of frr-k8s is enough for all of it, but for events', () => {
    const used = server
      .requests(({ userAgent = '' }) => !userAgent.startsWith('kubectl'))
      .flatMap(({ verb, resource, subresource = '' }) =>
        resource === undefined ? [] : `${verb} ${resource}${subresource && `/${subresource}`}`,
      )
    const lacking = [...new Set(used)].filter((asked) => !roleOfFrrK8s.test(asked)).toSorted()
    expect(lacking).toEqual(['create events', 'get events', 'patch events'])
  })
})
