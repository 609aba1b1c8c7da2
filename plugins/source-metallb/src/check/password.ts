import { type Document, failed, ok, type Problem, type Result, type SecretDocument, say } from '@frrkit/model'
import type { BgpPeerSpec } from '../kinds/bgp-peer.ts'
import type { Settings } from '../options.ts'
import { problemIn } from './problem.ts'
import { set } from './session.ts'

export type Password = Pick<BgpPeerSpec, 'password' | 'passwordSecret'>

const basicAuth = 'kubernetes.io/basic-auth'
const field = 'spec.passwordSecret'

/** What goes into the FRRConfiguration: a password that was in clear already, a reference, or what the reference leads to. */
export function passwordOf(
  peer: Document<BgpPeerSpec>,
  secrets: readonly SecretDocument[],
  { metallbNamespace, frrk8sNamespace, secretPassthrough }: Settings,
): Result<Password> {
  const { password, passwordSecret } = peer.spec
  const name = set(passwordSecret?.name)
  const asWritten = { ...(set(password) !== undefined && { password }), ...(passwordSecret && { passwordSecret }) }
  if (name === undefined) return ok(asWritten)
  if (set(password) !== undefined) {
    const reason = 'password and passwordSecret exclude each other'
    return failed(
      problemIn(peer, field, { code: 'metallb/password', reason, says: say(name), help: 'remove one of the two' }),
    )
  }
  if (secretPassthrough) return ok(asWritten)
  const read = readSecret(
    peer,
    name,
    secrets.find((secret) => secret.namespace === metallbNamespace && secret.name === name),
  )
  if (!read.ok || frrk8sNamespace === metallbNamespace) return read.ok ? ok(asWritten) : read
  return ok({ password: read.value })
}

function readSecret(peer: Document<BgpPeerSpec>, name: string, secret: SecretDocument | undefined): Result<string> {
  const problem = (reason: string, help: string): Problem =>
    problemIn(peer, field, { code: 'metallb/secret', reason, says: say(name), help })
  if (secret === undefined) {
    return failed(problem("there is no such Secret in MetalLB's namespace", "create the Secret in MetalLB's namespace"))
  }
  if (secret.type !== basicAuth) {
    return failed(problem(`the Secret is of type ${say(secret.type)}`, `create it anew with type ${basicAuth}`))
  }
  const bytes = secret.data.password
  if (bytes === undefined) {
    return failed(problem('the Secret has no key password', 'put the password under the key password'))
  }
  // `echo s3cret | base64` is how many Secrets are written, and it ends the line.
  const text = decodeUtf8(bytes)?.replace(/\n$/, '')
  if (text === undefined) return failed(problem('the password in the Secret is no UTF-8', 'FRR takes one word of text'))
  return ok(text)
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
