import type { BindAddress } from './bind-address.ts'
import type { KeptCertificate } from './keep-certificate.ts'
import { pause } from './pause.ts'
import { type Handler, type Serving, serve } from './serve.ts'
import type { TlsSettings } from './tls-options.ts'

export type KeepServingOptions = {
  readonly at: BindAddress
  readonly handle: Handler
  readonly secure: { readonly tls: TlsSettings; readonly certificate: KeptCertificate } | undefined
  readonly listening: (at: string) => void
  readonly failed: (words: string) => void
  readonly signal: AbortSignal
}

const untilNextTry = 5_000

/** Serves until the signal aborts. An address that is taken is tried again: the daemon of before may not have ended yet. */
export async function keepServing(options: KeepServingOptions): Promise<void> {
  const { at, handle, secure, listening, failed, signal } = options
  let serving: Serving | undefined
  while (serving === undefined && !signal.aborted) {
    try {
      const tls = secure && { ...secure.tls, ...secure.certificate.current() }
      serving = await serve({ at, handle, ...(tls && { tls }) })
    } catch (error) {
      failed(`cannot listen on ${shown(at.host, at.port)}: ${error instanceof Error ? error.message : String(error)}`)
      await pause(untilNextTry, signal)
    }
  }
  if (serving === undefined) return
  const { port, renew, close } = serving
  secure?.certificate.renewed(renew)
  listening(shown(at.host, port))
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
  await close()
}

function shown(host: string, port: number): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`
}
