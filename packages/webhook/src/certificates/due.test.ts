import { X509Certificate } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { CertificateData } from './certificate-data.ts'
import { certificatesDue } from './due.ts'
import { makeCertificates } from './make-certificates.ts'

const dnsName = 'frr-k8s-webhook-service.frr-k8s-system.svc'
const made = new Date('2026-03-01T12:00:00Z')
const empty: CertificateData = { 'ca.crt': '', 'ca.key': '', 'tls.crt': '', 'tls.key': '' }
const all = { renew: 'all', because: '' } as const
const later = (days: number) => new Date(made.getTime() + days * 86_400_000)

let data: CertificateData
let others: CertificateData
beforeAll(async () => {
  data = await makeCertificates(empty, all, { dnsName, now: made })
  others = await makeCertificates(empty, all, { dnsName, now: made })
}, 30_000)

test('what is made serves, and is what frr-k8s makes', () => {
  expect(certificatesDue(data, { dnsName, now: made })).toBeUndefined()
  const [ca, server] = [new X509Certificate(data['ca.crt']), new X509Certificate(data['tls.crt'])]
  expect([ca.subject, ca.ca, ca.validToDate]).toEqual(['CN=cert\nO=frrk8s', true, later(3650)])
  expect([server.subject, server.subjectAltName, server.ca]).toEqual([`CN=${dnsName}`, `DNS:${dnsName}`, false])
  expect([server.validFromDate, server.validToDate]).toEqual([later(-1 / 24), later(365)])
  expect(server.publicKey.asymmetricKeyDetails).toMatchObject({ modulusLength: 2048 })
})

test.each<{ case: string; days?: number; data: () => CertificateData; name?: string; due: object | undefined }>([
  { case: 'an empty Secret', data: () => empty, due: { renew: 'all', because: 'the CA is missing' } },
  {
    case: 'garbage',
    data: () => ({ ...data, 'ca.crt': 'x' }),
    due: { renew: 'all', because: 'the CA cannot be read' },
  },
  {
    case: 'a CA without its key',
    data: () => ({ ...data, 'ca.key': others['ca.key'] }),
    due: { renew: 'all', because: 'the CA does not belong to its key' },
  },
  {
    case: 'the certificate of a server for a CA',
    data: () => ({ ...data, 'ca.crt': data['tls.crt'], 'ca.key': data['tls.key'] }),
    due: { renew: 'all', because: 'the CA is the certificate of no CA' },
  },
  {
    case: 'a broken certificate',
    data: () => ({ ...data, 'tls.crt': data['tls.crt'].slice(0, 200) }),
    due: { renew: 'server', because: 'the certificate cannot be read' },
  },
  {
    case: 'a certificate without its key',
    data: () => ({ ...data, 'tls.key': others['tls.key'] }),
    due: { renew: 'server', because: 'the certificate does not belong to its key' },
  },
  {
    case: 'the certificate of another CA of the same name',
    data: () => ({ ...others, 'ca.crt': data['ca.crt'], 'ca.key': data['ca.key'] }),
    due: { renew: 'server', because: 'the certificate is signed by another CA' },
  },
  {
    case: 'another Service',
    name: 'other.frr-k8s-system.svc',
    data: () => data,
    due: { renew: 'server', because: 'the certificate is not for other.frr-k8s-system.svc' },
  },
  { case: '91 days before its end', days: 365 - 91, data: () => data, due: undefined },
  {
    case: '89 days before its end',
    days: 365 - 89,
    data: () => data,
    due: { renew: 'server', because: 'the certificate expires soon' },
  },
  {
    case: 'after its end',
    days: 366,
    data: () => data,
    due: { renew: 'server', because: 'the certificate has expired' },
  },
  {
    case: '89 days before the end of the CA',
    days: 3650 - 89,
    data: () => data,
    due: { renew: 'all', because: 'the CA expires soon' },
  },
  { case: 'a clock 59 minutes behind', days: -59 / 1440, data: () => data, due: undefined },
  {
    case: 'a clock two hours behind',
    days: -2 / 24,
    data: () => data,
    due: { renew: 'all', because: 'the CA is not valid yet' },
  },
])('$case', ({ days = 0, data: given, name = dnsName, due }) => {
  expect(certificatesDue(given(), { dnsName: name, now: later(days) })).toEqual(due)
})

test('a certificate that is made anew stays with its CA, and does not outlive it', async () => {
  const now = later(3650 - 200)
  const renewed = await makeCertificates(data, { renew: 'server', because: '' }, { dnsName, now })
  expect([renewed['ca.crt'], renewed['ca.key']]).toEqual([data['ca.crt'], data['ca.key']])
  expect(new X509Certificate(renewed['tls.crt']).validToDate).toEqual(later(3650))
  expect(certificatesDue(renewed, { dnsName, now })).toBeUndefined()
})
