import { type Prefix, type Problem, parsePrefix, type Result, say } from '@frrkit/model'
import { all } from './results.ts'

/** The prefixes of the operator, each once, in the order given. */
export function parseAlwaysBlock(texts: readonly string[]): Result<readonly Prefix[]> {
  const parsed = all(texts.map(parseOne))
  return parsed.ok
    ? { ok: true, value: [...new Map(parsed.value.map((prefix) => [prefix.text, prefix])).values()] }
    : parsed
}

function parseOne(text: string): Result<Prefix> {
  const prefix = parsePrefix(text.trim())
  return prefix ? { ok: true, value: prefix } : { ok: false, problems: [problem(text)] }
}

function problem(text: string): Problem {
  return {
    code: 'merge/always-block',
    severity: 'error',
    subject: 'always-block',
    field: '',
    reason: `${say(text)} is not a prefix`,
    evidence: [],
    help: 'write prefixes such as 10.0.0.0/8 or fc00::/7, separated by commas',
  }
}
