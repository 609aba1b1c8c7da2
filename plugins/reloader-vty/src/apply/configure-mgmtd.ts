import { type Configured, type ConfigureOptions, configure, runningConfig, type VtyConnection } from '@frrkit/vty'
import { lostRoutes } from './lost-routes.ts'

/** Each takes as long as a batch. */
const mostTries = 10

/**
 * A batch of static routes for mgmtd. Whenever any other session ends, and each vtysh has one, mgmtd before 10.4 forgets what
 * it was told and has not committed; without a word, or with `No changes found to be committed!`. In the middle of a commit it
 * forgets what it has just told staticd. What it does not show afterwards is said again.
 */
export async function configureMgmtd(
  connection: VtyConnection,
  lines: readonly string[],
  options: ConfigureOptions,
): Promise<Configured> {
  let left = lines
  for (let tries = 1; ; tries++) {
    const configured = await configure(connection, left, options)
    if (configured.error !== undefined || configured.refusals.length > 0 || tries === mostTries) return configured
    const shown = await runningConfig(connection, { inSession: options.inSession, signal: options.signal })
    if (!shown.ok) return { ...configured, error: shown.error }
    left = lostRoutes(left, shown.value)
    if (left.length === 0) return configured
  }
}
