import { setTimeout as sleep } from 'node:timers/promises'
import type { VtyConnection, VtyError } from '@frrkit/vty'

export type Wait = {
  readonly inSession: number | undefined
  /** Milliseconds. */
  readonly within: number
  readonly signal: AbortSignal
}

/** The peers that are told together, and what of. Of EVPN, FRR knows no `vrf all` here. */
export const updateGroups: readonly string[] = [
  ...['ipv4 unicast', 'ipv6 unicast', 'ipv4 vpn', 'ipv6 vpn'].map((table) => `show bgp vrf all ${table} update-groups`),
  'show bgp l2vpn evpn update-groups',
]

type Asking = { readonly bgpd: VtyConnection; readonly questions: readonly string[]; readonly pause: number }

/** Asks bgpd again and again, for as long as one of its answers says so, and not longer than `within`. */
export async function waitWhile(
  says: (answer: string) => boolean,
  { bgpd, questions, pause }: Asking,
  { inSession, within, signal }: Wait,
): Promise<VtyError | undefined> {
  for (const end = performance.now() + within; ; ) {
    const { answers, error } = await bgpd.askAll(questions, { inSession, signal })
    const waits = answers.some(({ status, text }) => status === 0 && says(text))
    if (error !== undefined || !waits || performance.now() > end) return error
    await sleep(pause, undefined, { signal })
  }
}
