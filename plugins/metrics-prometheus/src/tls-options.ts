import { cipherSuites } from './cipher-suites.ts'

/** As the flags of frr-k8s write them. */
export type TlsFlags = {
  /** `VersionTLS12`, `VersionTLS13`; 1.3 when absent. */
  readonly tlsMinVersion?: string
  /** Go's names, comma-separated. */
  readonly tlsCipherSuites?: string
  /** Numbers of curves, comma-separated, the preferred one first. */
  readonly tlsCurvePreferences?: string
}

/** As Node takes them. */
export type TlsSettings = {
  readonly minVersion: 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3'
  readonly ciphers?: string
  readonly ecdhCurve?: string
}

const versions: Readonly<Record<string, TlsSettings['minVersion']>> = {
  '': 'TLSv1.3',
  VersionTLS10: 'TLSv1',
  VersionTLS11: 'TLSv1.1',
  VersionTLS12: 'TLSv1.2',
  VersionTLS13: 'TLSv1.3',
}

/** The numbers of RFC 8446 and of the hybrid key exchange, which Go takes for curves. */
const curves: Readonly<Record<string, string>> = {
  29: 'X25519',
  23: 'P-256',
  24: 'P-384',
  25: 'P-521',
  4588: 'X25519MLKEM768',
}

/** Throws what is wrong with a flag, as a message for its user. */
export function tlsSettings(flags: TlsFlags): TlsSettings {
  const { tlsMinVersion = '', tlsCipherSuites = '', tlsCurvePreferences = '' } = flags
  const minVersion = pick(versions, tlsMinVersion, 'TLS version', Object.keys(versions).filter(Boolean))
  const suites = listed(tlsCipherSuites)
  if (suites.length > 0 && minVersion === 'TLSv1.3') {
    throw new Error(
      'cipher suites cannot be configured with TLS 1.3; give tlsMinVersion (--tls-min-version) VersionTLS12 as well',
    )
  }
  const groups = listed(tlsCurvePreferences)
  const twice = groups.find((group, i) => groups.indexOf(group) !== i)
  if (twice !== undefined) throw new Error(`curve ${twice} stands twice in the curve preferences`)
  const ciphers = suites.map((suite) => pick(cipherSuites, suite, 'cipher suite', Object.keys(cipherSuites)))
  const ecdhCurve = groups.map((group) => pick(curves, group, 'curve', Object.keys(curves)))
  return {
    minVersion,
    ...(ciphers.length > 0 && { ciphers: [...new Set(ciphers)].join(':') }),
    ...(ecdhCurve.length > 0 && { ecdhCurve: ecdhCurve.join(':') }),
  }
}

function listed(text: string): readonly string[] {
  return text === '' ? [] : text.split(',').map((part) => part.trim())
}

function pick<Value>(of: Readonly<Record<string, Value>>, name: string, what: string, known: readonly string[]): Value {
  const value = Object.hasOwn(of, name) ? of[name] : undefined
  if (value === undefined) throw new Error(`there is no ${what} ${JSON.stringify(name)}; known: ${known.join(', ')}`)
  return value
}
