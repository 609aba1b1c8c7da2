import type { VtyConnection } from '@frrkit/vty'

/** mgmtd keeps a refused line in its candidate, and then refuses everything that comes after it. */
export async function forgetRefused(mgmtd: VtyConnection, signal: AbortSignal | undefined): Promise<void> {
  await mgmtd.askAll(['configure terminal file-lock', 'mgmt commit abort', 'end'], { signal })
}
