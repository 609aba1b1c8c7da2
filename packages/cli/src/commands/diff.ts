import { parseFrrText } from '@frrkit/frr-text'
import { ok, type Problem, type Result, redactFrrText } from '@frrkit/model'
import { type Against, readBefore } from '../against/read-before.ts'
import { type Commands, commandsFor, printCommands } from '../diff/commands.ts'
import { makePlan } from '../diff/make-plan.ts'
import type { Plan } from '../diff/plan.ts'
import { printPlan } from '../diff/print-plan.ts'
import type { ExitCode, Io } from '../io.ts'
import { compileOnce, prepare } from '../prepare.ts'
import { type Output, printJson, printProblems, problemJson } from '../print-problems.ts'
import { type CommonOptions, readSettings } from '../settings.ts'
import { terminalSafe } from '../terminal-safe.ts'

export type DiffOptions = CommonOptions &
  Against & { readonly output: Output; readonly exitCode?: boolean; readonly commands?: boolean }

/** Says what the objects would change in a frr.conf, in a running FRR, or in what other objects mean. */
export async function diffCommand(options: DiffOptions, io: Io): Promise<ExitCode> {
  const settings = await readSettings(options, io.cwd)
  const before = settings.ok ? await readBefore(options, settings.value, io.cwd) : settings
  if (!before.ok) return answer(before, [], options, io)
  const prepared = await prepare(options, io.cwd, { here: options.againstRunning === true })
  const compiled = prepared.ok ? await compileOnce(prepared.value) : prepared
  if (!compiled.ok) return answer(compiled, [], options, io)
  const { text, compare, secretsHidden = false, warnings = [] } = before.value
  const wanted = compiled.value.frrConf
  const [earlier, later] = [parseFrrText(text), parseFrrText(secretsHidden ? redactFrrText(wanted) : wanted)]
  const comparison = compare(earlier, later)
  const plan = makePlan(earlier, later, comparison)
  const commands = options.commands === true ? commandsFor(earlier, later, comparison) : undefined
  const problems = [...warnings, ...compiled.value.problems]
  return answer(ok({ plan, secretsHidden, ...(commands && { commands }) }), problems, options, io)
}

type Answer = { readonly plan: Plan; readonly secretsHidden: boolean; readonly commands?: Commands }

function answer(
  result: Result<Answer>,
  warnings: readonly Problem[],
  { output, exitCode = false }: DiffOptions,
  io: Io,
): ExitCode {
  const problems = result.ok ? warnings : result.problems
  if (output === 'json') {
    printJson({ ok: result.ok, ...(result.ok && result.value), problems: problems.map(problemJson) }, io)
  } else {
    printProblems(problems, io)
    if (result.ok) io.stdout.write(terminalSafe(printPlan(result.value.plan)))
    if (result.ok && result.value.commands) io.stdout.write(terminalSafe(`\n${printCommands(result.value.commands)}`))
    if (result.ok && result.value.secretsHidden) io.stderr.write('passwords were not compared: FRR hides them\n')
  }
  if (!result.ok) return 1
  return exitCode && result.value.plan.groups.length > 0 ? 1 : 0
}
