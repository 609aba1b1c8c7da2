type Labels = Readonly<Record<string, string>>

export const metallbNamespace = 'metallb-system'

export function metallb(kind: string, name: string, spec: object, labels: Labels = {}): Stored {
  const version = kind === 'BGPPeer' ? 'v1beta2' : 'v1beta1'
  return { apiVersion: `metallb.io/${version}`, kind, metadata: { name, namespace: metallbNamespace, labels }, spec }
}

export function nodeObject(name: string, labels: Labels = {}, conditions: readonly object[] = []): Stored {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, labels: { 'kubernetes.io/hostname': name, ...labels } },
    status: { conditions },
  }
}

type ServiceLike = {
  readonly ips: readonly string[]
  readonly labels?: Labels
  readonly local?: boolean
}

export function service(name: string, { ips, labels = {}, local = false }: ServiceLike): Stored {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: 'default', labels },
    spec: { type: 'LoadBalancer', externalTrafficPolicy: local ? 'Local' : 'Cluster' },
    status: { loadBalancer: { ingress: ips.map((ip) => ({ ip })) } },
  }
}

/** One endpoint on each of the nodes. */
export function slice(of: string, nodes: readonly string[], { ipv6 = false, ready = true } = {}): Stored {
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      name: `${of}-${ipv6 ? 'v6' : 'v4'}`,
      namespace: 'default',
      labels: { 'kubernetes.io/service-name': of },
    },
    addressType: ipv6 ? 'IPv6' : 'IPv4',
    endpoints: nodes.map((nodeName, i) => ({
      addresses: [ipv6 ? `fd00::${i + 1}` : `10.0.0.${i + 1}`],
      nodeName,
      conditions: { ready },
    })),
  }
}

type Stored = {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly labels?: Labels }
  readonly [field: string]: unknown
}
