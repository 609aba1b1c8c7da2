import { hostname } from 'node:os'
import { localFacts, type Policy } from '@frrkit/daemon'
import { addPositions, type Compiled, compile, gather } from '@frrkit/daemon/compile'
import { failed, type NodeFacts, ok, type Problem, type Result } from '@frrkit/model'
import { createRegistry, type Registry } from '@frrkit/plugin'
import { clusterContext } from './cluster-context.ts'
import { loadPlugins } from './load-plugins.ts'
import type { Logger } from './log.ts'
import { type CommonOptions, readSettings } from './settings.ts'

/** What `render` and `check` work with. */
export type Prepared = {
  readonly registry: Registry
  readonly facts: Partial<NodeFacts>
  readonly policy: Policy
}

const silent: Logger = { info: () => {}, warn: () => {}, error: () => {} }

export type PrepareOptions = {
  /** The node is this machine: its hostname is known. Otherwise it may be any, and its name is the best guess. */
  readonly here?: boolean
}

/** Loads the plugins that read and those that write text; nothing that could touch FRR, or tell anybody. */
export async function prepare(
  options: CommonOptions,
  cwd: string,
  { here = false }: PrepareOptions = {},
): Promise<Result<Prepared>> {
  const settings = await readSettings(options, cwd)
  if (!settings.ok) return settings
  const { base, policy } = settings.value
  const facts = { ...(here && { frrHostname: hostname() }), ...settings.value.facts }
  const needed = settings.value.plugins.filter(({ name }) => !/(^|\/)(reloader|status|metrics)-/.test(name))
  const cluster = await clusterContext({ ...settings.value, plugins: needed })
  const plugins = await loadPlugins({ plugins: needed, base }, { log: silent, ...cluster })
  if (!plugins.ok) return plugins
  const registry = createRegistry(plugins.value)
  return registry.ok ? ok({ registry: registry.value, facts, policy }) : registry
}

/** One look at all sources, compiled for one node; problems say where in which file. */
export async function compileOnce({ registry, facts, policy }: Prepared, annotate = false): Promise<Result<Compiled>> {
  const gathered = await gather(registry.sources, localFacts(facts), AbortSignal.timeout(60_000))
  const compiled = compile(gathered, { ...registry, policy, annotate })
  const located = (problems: readonly Problem[]) => addPositions(problems, registry.sources)
  if (!compiled.ok) return failed(...(await located(compiled.problems)))
  return ok({ ...compiled.value, problems: await located(compiled.value.problems) })
}
