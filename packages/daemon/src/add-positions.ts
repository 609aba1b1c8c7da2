import type { Evidence, Origin, Problem } from '@frrkit/model'
import type { ConfigSource } from '@frrkit/plugin'

/** The same problems, with line and column wherever a source can say where the field stands in its file. */
export async function addPositions(
  problems: readonly Problem[],
  sources: readonly ConfigSource[],
): Promise<readonly Problem[]> {
  return Promise.all(
    problems.map(async (problem) => ({
      ...problem,
      evidence: await Promise.all(problem.evidence.map((evidence) => locate(evidence, sources))),
    })),
  )
}

async function locate({ origin, says }: Evidence, sources: readonly ConfigSource[]): Promise<Evidence> {
  return { says, origin: await position(origin, sources) }
}

async function position(origin: Origin, sources: readonly ConfigSource[]): Promise<Origin> {
  if (origin.at !== undefined || origin.object.file === undefined) return origin
  for (const source of sources) {
    const at = await source.locate?.(origin)
    if (at !== undefined) return { ...origin, at }
  }
  return origin
}
