import { redactFrrText } from '@frrkit/model'
import type { ExitCode, Io } from '../io.ts'
import { compileOnce, prepare } from '../prepare.ts'
import { type Output, printJson, printProblems, problemJson } from '../print-problems.ts'
import type { CommonOptions } from '../settings.ts'

export type RenderOptions = CommonOptions & {
  readonly output: Output
  readonly annotate?: boolean
  readonly showSecrets?: boolean
}

/** Prints the frr.conf that the objects mean for one node. */
export async function renderCommand(options: RenderOptions, io: Io): Promise<ExitCode> {
  const prepared = await prepare(options, io.cwd)
  const compiled = prepared.ok ? await compileOnce(prepared.value, options.annotate) : prepared
  const problems = compiled.ok ? compiled.value.problems : compiled.problems
  const shown = options.showSecrets === true ? (text: string) => text : redactFrrText
  const frrConf = compiled.ok ? shown(compiled.value.frrConf) : undefined
  if (options.output === 'json') printJson({ ok: compiled.ok, frrConf, problems: problems.map(problemJson) }, io)
  else {
    printProblems(problems, io)
    if (frrConf !== undefined) io.stdout.write(frrConf)
  }
  return compiled.ok ? 0 : 1
}
