import { generate } from 'selfsigned'

/** A key and a certificate that is its own authority: for the loopback interface, and for the hosts that are named. */
export type Certificate = { readonly key: string; readonly cert: string }

export async function createCertificate(hosts: readonly string[] = []): Promise<Certificate> {
  const names = [
    ...['localhost', ...hosts].map((value) => ({ type: 2 as const, value })),
    { type: 7 as const, ip: '127.0.0.1' },
  ]
  const made = await generate([{ name: 'commonName', value: 'frrkit-api-server' }], {
    keyType: 'ec',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: names },
    ],
  })
  return { key: made.private, cert: made.cert }
}
