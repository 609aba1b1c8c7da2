import { formatProblem, redactFrrText } from '@frrkit/model'
import { compileWorld } from '../compile-world.ts'
import { secretsOf } from '../secrets-of.ts'
import type { Check } from './trial.ts'

/** Passwords stand in frr.conf, because they must, and nowhere else: no problem, no model and no comment repeats them. */
export const secrecy: Check = ({ world }, compiled) => {
  const secrets = secretsOf(world)
  if (secrets.length === 0) return
  const problems = compiled.ok ? compiled.value.problems : compiled.problems
  keepsSecrets('a problem', JSON.stringify(problems), secrets)
  keepsSecrets('the text of a problem', problems.map(formatProblem).join('\n'), secrets)
  if (!compiled.ok) return
  const { frrConf, ...shown } = compiled.value
  keepsSecrets('the compiled model as JSON', JSON.stringify(shown), secrets)
  keepsSecrets('frr.conf as people see it', redactFrrText(frrConf), secrets)
  const annotated = compileWorld(world, { annotate: true })
  if (annotated.ok) keepsSecrets('an annotated frr.conf', redactFrrText(annotated.value.frrConf), secrets)
}

function keepsSecrets(what: string, text: string, secrets: readonly string[]): void {
  // Also as JSON would write it; the quotes around are not part of the secret.
  const written = secrets.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)])
  if (written.some((secret) => text.includes(secret))) throw new Error(`${what} repeats a password`)
}
