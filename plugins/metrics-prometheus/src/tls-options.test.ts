import { createSecureContext } from 'node:tls'
import { expect, test } from 'vitest'
import { cipherSuites } from './cipher-suites.ts'
import { type TlsFlags, type TlsSettings, tlsSettings } from './tls-options.ts'

test.each<{ case: string; flags: TlsFlags; settings: TlsSettings }>([
  { case: 'nothing', flags: {}, settings: { minVersion: 'TLSv1.3' } },
  {
    case: 'empty flags',
    flags: { tlsMinVersion: '', tlsCipherSuites: '', tlsCurvePreferences: '' },
    settings: { minVersion: 'TLSv1.3' },
  },
  {
    case: 'all of them',
    flags: {
      tlsMinVersion: 'VersionTLS12',
      tlsCipherSuites: 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256',
      tlsCurvePreferences: '4588,29,23',
    },
    settings: {
      minVersion: 'TLSv1.2',
      ciphers: 'ECDHE-RSA-AES128-GCM-SHA256:ECDHE-RSA-CHACHA20-POLY1305',
      ecdhCurve: 'X25519MLKEM768:X25519:P-256',
    },
  },
])('$case', ({ flags, settings }) => {
  expect(tlsSettings(flags)).toEqual(settings)
  expect(() => createSecureContext(settings)).not.toThrow()
})

test.each<{ flags: TlsFlags; says: string }>([
  {
    flags: { tlsMinVersion: 'TLS12' },
    says: 'there is no TLS version "TLS12"; known: VersionTLS10, VersionTLS11, VersionTLS12, VersionTLS13',
  },
  {
    flags: { tlsCipherSuites: 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256' },
    says: 'cipher suites cannot be configured with TLS 1.3; give tlsMinVersion (--tls-min-version) VersionTLS12 as well',
  },
  { flags: { tlsCurvePreferences: '29,29' }, says: 'curve 29 stands twice in the curve preferences' },
  { flags: { tlsCurvePreferences: '30' }, says: 'there is no curve "30"; known: 23, 24, 25, 29, 4588' },
  { flags: { tlsCurvePreferences: '29,' }, says: 'there is no curve ""; known: 23, 24, 25, 29, 4588' },
])('$says', ({ flags, says }) => {
  expect(() => tlsSettings(flags)).toThrow(says)
})

test.each(Object.values(cipherSuites))('OpenSSL knows %s', (ciphers) => {
  expect(() => createSecureContext({ ciphers, minVersion: 'TLSv1.2' })).not.toThrow()
})
