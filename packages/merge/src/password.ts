import { type Problem, type Secret, type SecretDocument, say, secret } from '@frrkit/model'
import type { Claim } from './claim.ts'
import { claimsOf } from './lower/claims-of.ts'
import type { NeighborClaims } from './lower/neighbor.ts'
import { problemAt } from './place.ts'
import { passwordFault } from './text/free-text.ts'
import { utf8Text } from './text/utf8.ts'

export type SecretsByName = ReadonlyMap<string, SecretDocument>

const field = 'passwordSecret'
const basicAuth = 'kubernetes.io/basic-auth'

/** The Secrets of the daemon's namespace; of two that bear one name, the first. */
export function secretsByName(secrets: readonly SecretDocument[]): SecretsByName {
  return new Map(secrets.toReversed().map((document) => [document.name, document]))
}

/** What an object says about the password, once the Secret that it may point to has been read. */
export function passwordClaim(
  { password }: NeighborClaims,
  secrets: SecretsByName,
): Claim<Secret | undefined> | undefined {
  if (!('secretName' in password)) return password
  const read = readPassword(secrets.get(password.secretName), password.secretName)
  return 'fault' in read ? undefined : claimsOf(password.entry)(field, read.text === '' ? undefined : secret(read.text))
}

/** Whether the Secret that an object points to holds a password that FRR takes. */
export function checkSecret({ password }: NeighborClaims, secrets: SecretsByName): readonly Problem[] {
  if (!('secretName' in password)) return []
  const { entry, secretName } = password
  const read = readPassword(secrets.get(secretName), secretName)
  if ('fault' in read) return [problemAt(entry, field, { ...read.fault, says: say(secretName) })]
  if (read.text !== '') return []
  const reason = 'the password in the Secret is empty, so the session has none'
  const help = 'put a password into the Secret, or remove passwordSecret'
  return [
    problemAt(entry, field, { code: 'merge/without-effect', severity: 'warning', reason, says: say(secretName), help }),
  ]
}

type Fault = Pick<Problem, 'code' | 'reason' | 'help'>

function readPassword(
  found: SecretDocument | undefined,
  name: string,
): { readonly text: string } | { readonly fault: Fault } {
  if (found === undefined) {
    const help = 'create the Secret in the namespace of the daemon'
    // Scripts written for frr-k8s look for these words.
    return { fault: { code: 'merge/secret-missing', reason: `secret ${say(name)} not found`, help } }
  }
  if (found.type !== basicAuth) {
    const reason = `the Secret is of type ${say(found.type)}`
    return { fault: { code: 'merge/secret-type', reason, help: `create it anew with type ${basicAuth}` } }
  }
  const bytes = found.data.password
  if (bytes === undefined) {
    const help = 'put the password under the key password'
    return { fault: { code: 'merge/secret-key', reason: 'the Secret has no key password', help } }
  }
  // `echo s3cret | base64` is how many Secrets are written, and it ends the line.
  const text = utf8Text(bytes)?.replace(/\n$/, '')
  const fault = text === undefined ? 'is no UTF-8' : text === '' ? undefined : passwordFault(text)
  if (text !== undefined && fault === undefined) return { text }
  const help = 'FRR takes one word of at most 80 bytes'
  return { fault: { code: 'merge/unsafe-text', reason: `the password in the Secret ${fault}`, help } }
}
