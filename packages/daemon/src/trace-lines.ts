import type { Evidence, FrrModel, Origin } from '@frrkit/model'
import type { RefusedLine, RenderTarget } from '@frrkit/plugin'
import { traceOrigins } from '@frrkit/render'

/** A line of the frr.conf, or several that are the same, and who asks for it. */
export type TracedLine = Omit<RefusedLine, 'at'> & { readonly evidence: readonly Evidence[] }

/**
 * Leads lines of the frr.conf that these targets write back to the objects, as far as their templates say. Everything is
 * rendered twice more for that, so all lines come at once.
 */
export function traceLines<Line extends RefusedLine>(
  lines: readonly Line[],
  { model, targets }: { readonly model: FrrModel; readonly targets: readonly RenderTarget[] },
): readonly (Line & TracedLine)[] {
  if (lines.length === 0) return []
  const traced = traceOrigins({ model, targets })
  const origins = traced.ok ? traced.value : []
  const same = Map.groupBy(lines, ({ line, why }) => `${line}\0${why}`)
  return [...same.values()].flatMap((each) =>
    each
      .slice(0, 1)
      .map((first) => ({ ...first, evidence: distinct(each.flatMap(({ at }) => origins[at - 1] ?? [])) })),
  )
}

function distinct(origins: readonly Origin[]): readonly Evidence[] {
  const known = new Map(origins.map((origin) => [JSON.stringify([origin.object, origin.path]), origin]))
  return [...known.values()].map((origin) => ({ origin, says: '' }))
}
