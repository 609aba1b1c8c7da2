import type { Result } from '@frrkit/model'
import type { ConfigSource, Reloader, RenderTarget } from '@frrkit/plugin'
import { addPositions } from './add-positions.ts'
import type { Compiled } from './compile.ts'
import { refusalProblem } from './refusal-problem.ts'
import { traceLines } from './trace-lines.ts'

export type ExplainingOptions = {
  readonly targets: readonly RenderTarget[]
  readonly sources: readonly ConfigSource[]
  /** What the objects mean now. */
  readonly build: () => Promise<Result<Compiled>>
}

/**
 * The same reloader, whose refusals name the objects that asked for the refused lines. Everything is read and built once more
 * for that: to keep it for a refusal that hardly ever comes would cost as much memory as the objects. Where they mean
 * something else by now, FRR will hear that next, and nobody is blamed for what was.
 */
export function explaining(reloader: Reloader, { targets, sources, build }: ExplainingOptions): Reloader {
  return {
    ...reloader,
    async reload(frrConf, signal) {
      const outcome = await reloader.reload(frrConf, signal)
      if (outcome.status !== 'rejected' || outcome.lines === undefined || outcome.lines.length === 0) return outcome
      const built = await build()
      if (!built.ok || built.value.frrConf !== frrConf) return outcome
      // The words of the refusal have the lines that nobody is known to ask for.
      const traced = traceLines(outcome.lines, { model: built.value.model, targets })
      const problems = traced.filter(({ evidence }) => evidence.length > 0).map(refusalProblem)
      return problems.length === 0 ? outcome : { ...outcome, problems: await addPositions(problems, sources) }
    },
  }
}
