import { open } from 'node:fs/promises'
import type { Frr } from '@frrkit/frr-lab'

/** A prefix that a peer was told to forget, by the session that said so. */
export type Withdrawal = { readonly from: string; readonly prefix: string }

/** Follows what bgpd logs of every UPDATE it receives (`debug bgp updates in`): a look now and then would miss short losses. */
export type UpdateLog = {
  /** The withdrawals since the last time. */
  withdrawals(): Promise<readonly Withdrawal[]>
}

export function followUpdates(frr: Frr): UpdateLog {
  let position = 0
  let rest = ''
  return {
    async withdrawals() {
      const file = frr.process('bgpd')?.logFile
      if (file === undefined) throw new Error(`bgpd of ${frr.node.name} does not run`)
      const log = await open(file)
      try {
        const { size } = await log.stat()
        const bytes = Buffer.alloc(size - position)
        await log.read(bytes, 0, bytes.length, position)
        position = size
        const lines = (rest + bytes.toString('utf8')).split('\n')
        rest = lines.pop() ?? ''
        return lines.flatMap((line) => parseWithdrawal(line) ?? [])
      } finally {
        await log.close()
      }
    },
  }
}

/** `… 192.0.2.1(vm) rcvd UPDATE about 10.0.0.0/24 IPv4 unicast -- withdrawn` */
export function parseWithdrawal(line: string): Withdrawal | undefined {
  const match = / (\S+?)(?:\([^)]*\))? rcvd UPDATE about (\S+) IPv[46] unicast -- withdrawn$/.exec(line)
  const [, from, prefix] = match ?? []
  return from === undefined || prefix === undefined ? undefined : { from, prefix }
}
