import { failed, ok, parsePrefix, type Result, say } from '@frrkit/model'
import { InvalidArgumentError } from 'commander'

/** The value of `--always-block`; an empty one, which manifests write where nothing shall be blocked, blocks nothing. */
export function blockedPrefixes(text: string): readonly string[] {
  const prefixes = text.trim() === '' ? [] : text.split(',').map((prefix) => prefix.trim())
  const wrong = prefixes.find(isNone)
  if (wrong !== undefined) throw new InvalidArgumentError(`${say(wrong)} is not a prefix. ${howToWrite}.`)
  return prefixes
}

/** `alwaysBlock` of a config file. The daemon would refuse it as well, but only when it has read all objects. */
export function checkBlocked(prefixes: readonly string[] | undefined, file: string): Result<undefined> {
  const wrong = (prefixes ?? []).flatMap((prefix, i) => (isNone(prefix) ? [{ prefix, i }] : []))
  const problems = wrong.map(({ prefix, i }) => ({
    code: 'merge/always-block' as const,
    severity: 'error' as const,
    subject: `File ${file}`,
    field: `alwaysBlock[${i}]`,
    reason: `${say(prefix)} is not a prefix`,
    evidence: [],
    help: howToWrite.toLowerCase(),
  }))
  return problems.length > 0 ? failed(...problems) : ok(undefined)
}

const howToWrite = 'Write prefixes such as 10.0.0.0/8 or fc00::/7'

function isNone(text: string): boolean {
  return parsePrefix(text.trim()) === undefined
}
