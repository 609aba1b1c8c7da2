import type { LogLevel } from '@frrkit/api'

/** What no document says, and the configuration of a node needs. */
export type NodeFacts = {
  /** The name of the node: in the cluster, in status, and to FRR unless `frrHostname` says otherwise. */
  readonly hostname: string
  /** What FRR is told, and what a router id may be made from, where that is not the name of the node. */
  readonly frrHostname?: string
  /** Labels of the Node object, which node selectors are matched against. */
  readonly labels: Readonly<Record<string, string>>
  /** Prefixes, as text, that no neighbor may send us, nor anything inside them. */
  readonly alwaysBlock: readonly string[]
  /** Used unless the FRRK8sConfiguration says otherwise. */
  readonly logLevel: LogLevel
  /**
   * Whether an address of the node could serve FRR as a router id: an IPv4 address, be it of the loopback interface, that is
   * neither in 127.0.0.0/8 nor link-local. Without one FRR picks 0.0.0.0, which peers refuse (RFC 6286), so an id is derived from the hostname.
   */
  readonly hasIpv4: boolean
}
