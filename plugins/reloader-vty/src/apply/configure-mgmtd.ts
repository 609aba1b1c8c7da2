import { type Configured, type ConfigureOptions, configure, runningConfig, type VtyConnection } from '@frrkit/vty'
import { withContexts } from '../plan/with-contexts.ts'
import { lostRoutes, routesAmong } from './lost-routes.ts'

const mostTries = 10
const fewest = 10

/**
 * A batch of static routes for mgmtd. Whenever any other session ends, and each vtysh has one, mgmtd before 10.4 forgets what
 * it was told and has not committed; without a word, or with `No changes found to be committed!`. In the middle of a commit it
 * forgets what it has just told staticd. What it does not show afterwards is said again; in smaller parts if little
 * of it has remained, as sessions end faster than a commit of that many takes.
 */
export async function configureMgmtd(
  connection: VtyConnection,
  lines: readonly string[],
  options: ConfigureOptions,
): Promise<Configured> {
  const { inSession, signal } = options
  let parts: readonly (readonly string[])[] = [lines]
  let left = routesAmong(lines)
  let size = left.length
  for (let tries = 1; ; tries++) {
    const configured = await configureParts(connection, parts, options)
    if (configured.error !== undefined || configured.refusals.length > 0 || tries === mostTries) return configured
    const shown = await runningConfig(connection, { inSession, signal })
    if (!shown.ok) return { ...configured, error: shown.error }
    const lost = lostRoutes(left, shown.value)
    if (lost.length === 0) return configured
    if (lost.length > left.length / 2) size = Math.max(fewest, Math.ceil(size / 4))
    left = lost
    parts = Array.from({ length: Math.ceil(lost.length / size) }, (_, i) =>
      withContexts(lost.slice(i * size, (i + 1) * size)),
    )
  }
}

/** Each part committed by itself; nothing after one that was not taken. */
async function configureParts(
  connection: VtyConnection,
  parts: readonly (readonly string[])[],
  options: ConfigureOptions,
): Promise<Configured> {
  let all: Configured = { answered: 0, refusals: [], remarks: [] }
  for (const lines of parts) {
    const { answered, refusals, remarks, error } = await configure(connection, lines, options)
    all = {
      answered: all.answered + answered,
      refusals,
      remarks: [...all.remarks, ...remarks],
      ...(error && { error }),
    }
    if (error !== undefined || refusals.length > 0) break
  }
  return all
}
