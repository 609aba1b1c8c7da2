export type { Certificate } from './certificate.ts'
export { type KeepCertificateOptions, type KeptCertificate, keepCertificate } from './keep-certificate.ts'
export { type TlsFlags, type TlsSettings, tlsSettings } from './tls-options.ts'
