import { redactFrrText } from '@frrkit/model'
import { assemble, compileOnce } from '../assemble.ts'
import type { ExitCode, Io } from '../io.ts'
import { type Output, printJson, printProblems, problemJson } from '../print-problems.ts'

import { type CommonOptions, readSettings } from '../settings.ts'

export type RenderOptions = CommonOptions & {
  readonly output: Output
  readonly annotate?: boolean
  readonly showSecrets?: boolean
}

/** Prints the frr.conf that the objects mean for one node. */
export async function renderCommand(options: RenderOptions, io: Io): Promise<ExitCode> {
  const settings = await readSettings(options, io.cwd)
  const registry = settings.ok ? await assemble(settings.value) : settings
  const compiled =
    settings.ok && registry.ok ? await compileOnce(registry.value, settings.value.facts, options.annotate) : undefined
  const problems =
    compiled === undefined
      ? registry.ok
        ? []
        : registry.problems
      : compiled.ok
        ? compiled.value.warnings
        : compiled.problems
  const frrConf = compiled?.ok
    ? options.showSecrets
      ? compiled.value.frrConf
      : redactFrrText(compiled.value.frrConf)
    : undefined
  if (options.output === 'json')
    printJson({ ok: frrConf !== undefined, frrConf, problems: problems.map(problemJson) }, io)
  else {
    printProblems(problems, io)
    if (frrConf !== undefined) io.stdout.write(frrConf)
  }
  return frrConf === undefined ? 1 : 0
}
