import { failed, ok, type Result, type Secret, type SecretDocument, secret } from '@frrkit/model'
import type { Claim } from './claim.ts'
import { claimsOf } from './lower/claims-of.ts'
import type { NeighborClaims } from './lower/neighbor.ts'
import { problemAt } from './place.ts'
import { say } from './say.ts'
import { passwordFault } from './text/free-text.ts'
import { utf8Text } from './text/utf8.ts'

export type SecretsByName = ReadonlyMap<string, SecretDocument>

const basicAuth = 'kubernetes.io/basic-auth'

/** What an object says about the password, once the Secret that it may point to has been read. */
export function resolvePassword(
  { password }: NeighborClaims,
  secrets: SecretsByName,
): Result<Claim<Secret | undefined>> {
  if (!('secretName' in password)) return ok(password)
  const { entry, secretName } = password
  const field = 'passwordSecret'
  const complain = (code: `merge/${string}`, reason: string, help: string) =>
    failed(problemAt(entry, field, { code, reason, says: say(secretName), help }))

  const found = secrets.get(secretName)
  if (found === undefined) {
    return complain(
      'merge/secret-missing',
      'there is no such Secret',
      `create the Secret ${say(secretName)} in the namespace of the daemon`,
    )
  }
  if (found.type !== basicAuth) {
    return complain(
      'merge/secret-type',
      `the Secret is of type ${say(found.type)}`,
      `create it anew with type ${basicAuth}`,
    )
  }
  const bytes = found.data.password
  if (bytes === undefined) {
    return complain('merge/secret-key', 'the Secret has no key password', 'put the password under the key password')
  }
  // `echo secret | base64` is how most Secrets are written, and it ends the line.
  const text = utf8Text(bytes)?.replace(/\n$/, '')
  const fault = text === undefined ? 'is no UTF-8' : text === '' ? undefined : passwordFault(text)
  if (text === undefined || fault !== undefined) {
    return complain(
      'merge/unsafe-text',
      `the password in the Secret ${fault}`,
      'FRR takes one word of at most 80 bytes',
    )
  }
  return ok(claimsOf(entry)(field, text === '' ? undefined : secret(text)))
}

/** The Secrets of the daemon's namespace; of two that bear one name, the first. */
export function secretsByName(secrets: readonly SecretDocument[]): SecretsByName {
  return new Map(secrets.toReversed().map((document) => [document.name, document]))
}
