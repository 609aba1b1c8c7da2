import { createPrivateKey, X509Certificate } from 'node:crypto'
import type { CertificateData } from './certificate-data.ts'

/** What has to be made anew, and why, in words for a log that hold no key. */
export type Due = { readonly renew: 'all' | 'server'; readonly because: string }

export type At = { readonly dnsName: string; readonly now: Date }

const day = 86_400_000
/** So long before the end a certificate counts as at its end: a cluster may be off for a quarter. */
const ahead = 90 * day

/** Undefined while everything serves for another 90 days. */
export function certificatesDue(data: CertificateData, { dnsName, now }: At): Due | undefined {
  const ca = readPair(data['ca.crt'], data['ca.key'], now)
  if (typeof ca === 'string') return { renew: 'all', because: `the CA ${ca}` }
  if (!ca.ca) return { renew: 'all', because: 'the CA is the certificate of no CA' }
  const server = readPair(data['tls.crt'], data['tls.key'], now)
  if (typeof server === 'string') return { renew: 'server', because: `the certificate ${server}` }
  if (!server.checkIssued(ca) || !server.verify(ca.publicKey))
    return { renew: 'server', because: 'the certificate is signed by another CA' }
  if (server.checkHost(dnsName, { subject: 'never' }) === undefined)
    return { renew: 'server', because: `the certificate is not for ${dnsName}` }
  return undefined
}

/** The certificate, or what is wrong with it. */
function readPair(cert: string, key: string, now: Date): X509Certificate | string {
  if (cert === '' || key === '') return 'is missing'
  try {
    const certificate = new X509Certificate(cert)
    if (!certificate.checkPrivateKey(createPrivateKey(key))) return 'does not belong to its key'
    // Somebody with another clock has made it; of two replicas, the one whose clock is behind has the last word.
    if (certificate.validFromDate.getTime() > now.getTime()) return 'is not valid yet'
    const left = certificate.validToDate.getTime() - now.getTime()
    if (left < 0) return 'has expired'
    return left < ahead ? 'expires soon' : certificate
  } catch {
    // What OpenSSL says may quote it.
    return 'cannot be read'
  }
}
