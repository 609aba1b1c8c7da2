export type BindAddress = { readonly host: string; readonly port: number }

/** `0.0.0.0:9140`, `[::1]:9140`, `:9140` (all addresses); undefined for `0`, which is off. Throws what is wrong. */
export function parseBindAddress(text: string, option: string): BindAddress | undefined {
  if (text === '0' || text === '') return undefined
  const [, bracketed, plain, digits] = /^(?:\[([0-9a-fA-F:.]+)\]|([^:[\]]*)):(\d{1,5})$/.exec(text) ?? []
  const port = Number(digits)
  if (digits === undefined || port > 65_535) {
    throw new Error(`${option}: ${JSON.stringify(text)} is no address and port, such as 127.0.0.1:9140, nor 0 for off`)
  }
  return { host: bracketed ?? (plain === '' ? '::' : (plain ?? '::')), port }
}

/** Whether only this machine can get there. */
export function isLoopback({ host }: BindAddress): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}
