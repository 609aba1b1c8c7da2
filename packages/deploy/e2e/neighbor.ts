/** An FRRConfiguration of one neighbor with a password: the name and the AS are what the tests differ in. */
export function neighbor(namespace: string, name: string, asn: number) {
  const neighbors = [{ address: '192.0.2.2', asn, passwordSecret: { name: 'tor' } }]
  return {
    apiVersion: 'frrk8s.metallb.io/v1beta1',
    kind: 'FRRConfiguration',
    metadata: { name, namespace },
    spec: { bgp: { routers: [{ asn: 64_512, neighbors }] } },
  }
}
