import type { Result } from '@frrkit/model'
import type { ConfigSource, Reloader, RenderTarget } from '@frrkit/plugin'
import { traceOrigins } from '@frrkit/render'
import { addPositions } from './add-positions.ts'
import type { Compiled } from './compile.ts'
import { refusalProblems } from './refusal-problems.ts'

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
      const traced = traceOrigins({ model: built.value.model, targets })
      const problems = traced.ok ? refusalProblems(outcome.lines, traced.value) : []
      return problems.length === 0 ? outcome : { ...outcome, problems: await addPositions(problems, sources) }
    },
  }
}
