import { readFile } from 'node:fs/promises'
import { hostname } from 'node:os'

export type Certificate = { readonly cert: string; readonly key: string }

export type CertificateFiles = { readonly certFile: string; readonly keyFile: string }

export async function readCertificate({ certFile, keyFile }: CertificateFiles): Promise<Certificate> {
  const [cert, key] = await Promise.all([readFile(certFile, 'utf8'), readFile(keyFile, 'utf8')])
  return { cert, key }
}

/**
 * A certificate of this machine that nobody else vouches for, in memory only, for ten years. RSA, because cipher suites
 * may be given that ask for it.
 */
export async function selfSigned(): Promise<Certificate> {
  // 25 MB that a daemon with certificates of its own does without.
  const { generate } = await import('selfsigned')
  const name = hostname()
  const made = await generate([{ name: 'commonName', value: name }], {
    keySize: 2048,
    notAfterDate: new Date(Date.now() + 10 * 365 * 86_400_000),
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: name }] }],
  })
  return { cert: made.cert, key: made.private }
}
