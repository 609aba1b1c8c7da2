import { X509Certificate } from 'node:crypto'
import type { CertificateData } from './certificate-data.ts'
import type { At, Due } from './due.ts'

const hour = 3_600_000
const year = 365 * 86_400_000

/** The data with what is due made anew. A certificate is valid from an hour ago: not every clock goes right. */
export async function makeCertificates(data: CertificateData, { renew }: Due, at: At): Promise<CertificateData> {
  const authority = renew === 'all' ? await makeAuthority(at) : data
  return { ...data, ...authority, ...(await makeServer(authority, at)) }
}

type Authority = Pick<CertificateData, 'ca.crt' | 'ca.key'>

async function makeAuthority({ now }: At): Promise<Authority> {
  const { generate } = await import('selfsigned')
  const name = [
    { name: 'commonName', value: 'cert' },
    { name: 'organizationName', value: 'frrk8s' },
  ]
  const made = await generate(name, {
    ...basics(now, new Date(now.getTime() + 10 * year)),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, keyCertSign: true, critical: true },
    ],
  })
  return { 'ca.crt': made.cert, 'ca.key': made.private }
}

async function makeServer(authority: Authority, { dnsName, now }: At): Promise<Omit<CertificateData, keyof Authority>> {
  const { generate } = await import('selfsigned')
  const { validToDate } = new X509Certificate(authority['ca.crt'])
  const made = await generate([{ name: 'commonName', value: dnsName }], {
    ...basics(now, new Date(Math.min(now.getTime() + year, validToDate.getTime()))),
    ca: { cert: authority['ca.crt'], key: authority['ca.key'] },
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: dnsName }] },
    ],
  })
  return { 'tls.crt': made.cert, 'tls.key': made.private }
}

function basics(now: Date, notAfterDate: Date) {
  return { keySize: 2048, algorithm: 'sha256', notBeforeDate: new Date(now.getTime() - hour), notAfterDate }
}
