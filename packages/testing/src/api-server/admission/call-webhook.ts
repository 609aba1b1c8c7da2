import { Buffer } from 'node:buffer'
import { randomUUID } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { User } from '../auth/authority.ts'
import type { AdmissionRequest } from './admit.ts'
import type { Webhook } from './webhook.ts'

export type AdmissionResponse = {
  readonly uid: string
  readonly allowed: boolean
  readonly status?: { readonly message?: string; readonly code?: number; readonly reason?: string }
  readonly warnings?: readonly string[]
}

/** Where a Service of the cluster really is: by `namespace/name`, a URL without a path. */
export type ServiceUrls = Readonly<Record<string, string>>

/** Asks a webhook; throws where it cannot be asked or says nothing that makes sense. */
export async function callWebhook(
  webhook: Webhook,
  asked: AdmissionRequest,
  user: User,
  services: ServiceUrls,
): Promise<AdmissionResponse> {
  const { caBundle = '' } = webhook.clientConfig
  const { timeoutSeconds = 10 } = webhook
  const { url: bare, servername } = addressOf(webhook, services)
  // A real server says so in the URL, and a webhook that compares its path with all of that would never be found.
  const url = `${bare}?timeout=${timeoutSeconds}s`
  const review = { apiVersion: 'admission.k8s.io/v1', kind: 'AdmissionReview', request: requestOf(asked, user) }
  const signal = AbortSignal.timeout(timeoutSeconds * 1000)
  const tls = {
    ...(caBundle !== '' && { ca: Buffer.from(caBundle, 'base64') }),
    ...(servername !== undefined && { servername }),
  }
  const text = await post(url, JSON.stringify(review), { signal, ...tls }).catch((error: unknown) => {
    throw new Error(`Post "${url}": ${error instanceof Error ? error.message : 'no reason given'}`, { cause: error })
  })
  const { response } = JSON.parse(text) as { readonly response?: AdmissionResponse }
  if (response?.uid !== review.request.uid)
    throw new Error(`expected response.uid="${review.request.uid}", got "${response?.uid}"`)
  return response
}

function addressOf(
  { clientConfig }: Webhook,
  services: ServiceUrls,
): { readonly url: string; readonly servername?: string } {
  const { url, service } = clientConfig
  if (service === undefined) return { url: url ?? '' }
  const { namespace, name, path = '/' } = service
  const base = services[`${namespace}/${name}`]
  if (base === undefined) throw new Error(`service "${name}" not found`)
  return { url: `${base}${path}`, servername: `${name}.${namespace}.svc` }
}

function requestOf({ operation, info, resource, object, oldObject, dryRun }: AdmissionRequest, user: User) {
  const { group, version, kind, plural } = resource
  const name = (object ?? oldObject)?.metadata.name
  return {
    uid: randomUUID(),
    kind: { group, version, kind },
    resource: { group, version, resource: plural },
    requestKind: { group, version, kind },
    requestResource: { group, version, resource: plural },
    ...(info.subresource !== undefined && { subResource: info.subresource, requestSubResource: info.subresource }),
    name,
    ...(info.namespace !== undefined && { namespace: info.namespace }),
    operation,
    userInfo: user,
    // A null is what a server sends for what there is not.
    object: object ?? null,
    oldObject: oldObject ?? null,
    dryRun,
    options: { apiVersion: 'meta.k8s.io/v1', kind: `${operation[0]}${operation.slice(1).toLowerCase()}Options` },
  }
}

type PostOptions = { readonly signal: AbortSignal; readonly ca?: Buffer; readonly servername?: string }

function post(url: string, body: string, options: PostOptions): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const send = url.startsWith('https:') ? httpsRequest : httpRequest
  const headers = { 'content-type': 'application/json' }
  const request = send(url, { method: 'POST', headers, ...options }, (response) => {
    let text = ''
    response.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
    })
    response.on('end', () => {
      if (response.statusCode === 200) resolve(text)
      else reject(new Error(`the server answered ${response.statusCode}`))
    })
  })
  request.on('error', reject)
  request.end(body)
  return promise
}
