import { generate } from 'selfsigned'

/** A key and a certificate for the loopback interface, which is its own authority. */
export type Certificate = { readonly key: string; readonly cert: string }

export async function createCertificate(): Promise<Certificate> {
  const names = [
    { type: 2 as const, value: 'localhost' },
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
