import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { type Fields, isFields } from '../kube-object.ts'

/** Where the server is, and what opens it: the options of a TLS connection, and a token. */
export type KubeconfigAccess = {
  readonly server: string
  readonly token?: string
  readonly ca?: string
  readonly cert?: string
  readonly key?: string
  readonly rejectUnauthorized?: boolean
}

/** The access that the current context of a kubeconfig gives. */
export function accessOf(kubeconfig: string): KubeconfigAccess {
  const config = load(kubeconfig) as Fields
  const context = entry(config, 'contexts', config['current-context'])
  const cluster = entry(config, 'clusters', context.cluster)
  const user = entry(config, 'users', context.user)
  const plugin = ['exec', 'auth-provider'].find((field) => user[field] !== undefined)
  if (plugin !== undefined)
    throw new Error(`the kubeconfig's user needs a plugin (${plugin})\nhelp: give one with a token or a certificate`)
  const parts = {
    token: content(user, 'token', 'tokenFile'),
    ca: content(cluster, 'certificate-authority-data', 'certificate-authority'),
    cert: content(user, 'client-certificate-data', 'client-certificate'),
    key: content(user, 'client-key-data', 'client-key'),
    rejectUnauthorized: cluster['insecure-skip-tls-verify'] === true ? false : undefined,
  }
  const given = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined))
  return { server: String(cluster.server), ...given }
}

/** `clusters: [{ name, cluster }]`, and likewise the others. */
function entry(config: Fields, list: 'contexts' | 'clusters' | 'users', name: unknown): Fields {
  const entries = config[list]
  const found = Array.isArray(entries) ? entries.filter(isFields).find((one) => one.name === name) : undefined
  const value = found?.[list.slice(0, -1)]
  if (!isFields(value)) throw new Error(`the kubeconfig has no ${list.slice(0, -1)} ${JSON.stringify(name)}`)
  return value
}

function content(from: Fields, inline: string, file: string): string | undefined {
  const { [inline]: given, [file]: path } = from
  if (typeof given === 'string') return inline.endsWith('-data') ? Buffer.from(given, 'base64').toString() : given
  return typeof path === 'string' ? readFileSync(path, 'utf8').trim() : undefined
}
