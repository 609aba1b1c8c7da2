import { type Configured, type ConfigureOptions, configure, type VtyConnection } from '@frrkit/vty'
import { configureMgmtd } from './configure-mgmtd.ts'
import { forgetRefused } from './forget-refused.ts'

/** So few lines come one by one. */
const few = 10

/**
 * Static routes up to the one that is refused, and none after it. As one commit where that is taken, and else by halves: line by
 * line, a thousand take minutes.
 */
export async function configureHalves(
  connection: VtyConnection,
  lines: readonly string[],
  options: ConfigureOptions,
): Promise<Configured> {
  const { signal } = options
  const middle = lines.length > few ? middleOf(lines) : undefined
  if (middle === undefined) return configure(connection, lines, { ...options, batch: false, stopAtRefusal: true })
  const say = connection.daemon === 'mgmtd' ? configureMgmtd : configure
  const configured = await say(connection, lines, { ...options, batch: true, stopAtRefusal: false })
  if (configured.error !== undefined || configured.refusals.length === 0) return configured
  if (connection.daemon === 'mgmtd') await forgetRefused(connection, signal)
  const first = await configureHalves(connection, lines.slice(0, middle), options)
  if (first.error !== undefined || first.refusals.length > 0) return first
  return configureHalves(connection, lines.slice(middle), options)
}

/** The first place from the middle on that is at the top level. */
function middleOf(lines: readonly string[]): number | undefined {
  let inside = false
  for (const [i, line] of lines.entries()) {
    if (!inside && i >= lines.length / 2) return i
    inside = line.startsWith('vrf ') || (inside && line !== 'exit')
  }
  return undefined
}
