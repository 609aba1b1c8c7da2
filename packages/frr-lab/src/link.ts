import { exec } from './exec.ts'
import type { LabNode } from './lab-node.ts'

/** Addresses with prefix length, per end. */
export type LinkAddresses = { readonly a?: readonly string[]; readonly b?: readonly string[] }

/** The names of the two interfaces, each in its node. */
export type Link = { readonly a: string; readonly b: string }

export type LinkEnd = { readonly node: LabNode; readonly interface: string; readonly addresses: readonly string[] }

/** Connects two nodes by a veth pair; when it returns, both ends are up and their addresses usable. */
export async function createLink(a: LinkEnd, b: LinkEnd): Promise<Link> {
  const peer = ['peer', 'name', b.interface, 'netns', b.node.namespace]
  await exec(['ip', '-n', a.node.namespace, 'link', 'add', a.interface, 'type', 'veth', ...peer])
  await Promise.all([configure(a), configure(b)])
  return { a: a.interface, b: b.interface }
}

async function configure({ node, interface: name, addresses }: LinkEnd): Promise<void> {
  const add = addresses.map((address) => `addr add ${address} dev ${name}${address.includes(':') ? ' nodad' : ''}`)
  await exec(['ip', '-n', node.namespace, '-batch', '-'], { input: [...add, `link set ${name} up`, ''].join('\n') })
}
