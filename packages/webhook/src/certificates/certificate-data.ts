import { Buffer } from 'node:buffer'
import type { KubeObject } from '@frrkit/k8s'

/** What the Secret holds, as PEM: a CA of our own, and the certificate that it has signed. */
export type CertificateData = {
  readonly 'ca.crt': string
  readonly 'ca.key': string
  readonly 'tls.crt': string
  readonly 'tls.key': string
}

/** Whatever is missing, or no text, is empty: then it is made anew. */
export function readCertificateData({ data }: KubeObject): CertificateData {
  const fields: Readonly<Record<string, unknown>> = typeof data === 'object' && data !== null ? { ...data } : {}
  const text = (key: keyof CertificateData) => {
    const encoded = fields[key]
    return typeof encoded === 'string' ? Buffer.from(encoded, 'base64').toString('utf8') : ''
  }
  return { 'ca.crt': text('ca.crt'), 'ca.key': text('ca.key'), 'tls.crt': text('tls.crt'), 'tls.key': text('tls.key') }
}

/** The Secret with that in it, and all else as it was. */
export function withCertificateData(secret: KubeObject, data: CertificateData): KubeObject {
  const encoded = Object.entries(data).map(([key, text]) => [key, toBase64(text)])
  return { ...secret, data: { ...Object(secret.data ?? {}), ...Object.fromEntries(encoded) } }
}

export function toBase64(text: string): string {
  return Buffer.from(text).toString('base64')
}
