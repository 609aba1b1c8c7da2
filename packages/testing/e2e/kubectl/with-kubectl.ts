import { type Ran, type RunOptions, runKubectl } from '@frrkit/kubectl'
import { afterAll, beforeAll } from 'vitest'
import { type ClusterUnderTest, clusterUnderTest } from '../../src/api-server/index.ts'

/** The real kubectl in the namespace of a cluster under test. */
export function withKubectl() {
  let cluster: ClusterUnderTest
  beforeAll(async () => {
    cluster = await clusterUnderTest()
  }, 60_000)
  afterAll(() => cluster.cleanup(), 60_000)
  return {
    cluster: () => cluster,
    kubectl: (args: string, options: Omit<RunOptions, 'kubeconfig'> = {}): Promise<Ran> =>
      runKubectl([...args.split(' '), '--namespace', cluster.namespace], {
        kubeconfig: cluster.kubeconfigPath,
        ...options,
      }),
  }
}

/** The first example of the overview: one neighbor, one prefix. */
export const example = (asn: number, more = ''): string => `\
apiVersion: frrk8s.metallb.io/v1beta1
kind: FRRConfiguration
metadata: {name: example}
spec:
  bgp:
    routers:
    - asn: ${asn}
      neighbors:
      - address: 172.18.0.5
        asn: 64512
        toReceive: {allowed: {mode: all}}
        ${more}
`
