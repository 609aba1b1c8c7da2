import { localFacts } from '@frrkit/daemon'
import { addPositions, type Compiled, compile, gather } from '@frrkit/daemon/compile'
import { failed, type NodeFacts, ok, type Problem, type Result } from '@frrkit/model'
import { createRegistry, type Registry } from '@frrkit/plugin'
import { loadPlugins } from './load-plugins.ts'
import type { Logger } from './log.ts'
import type { Settings } from './settings.ts'

const silent: Logger = { info: () => {}, warn: () => {}, error: () => {} }

/** The plugins that `render` and `check` need: those that read and those that write text, nothing that touches FRR. */
export async function assemble(settings: Settings): Promise<Result<Registry>> {
  const needed = settings.plugins.filter(({ name }) => !/(^|\/)(reloader|status|metrics)-/.test(name))
  const plugins = await loadPlugins({ ...settings, plugins: needed }, { log: silent })
  return plugins.ok ? createRegistry(plugins.value) : plugins
}

/** One look at all sources, compiled for one node; problems say where in which file. */
export async function compileOnce(
  registry: Registry,
  facts: Partial<NodeFacts>,
  annotate = false,
): Promise<Result<Compiled>> {
  const gathered = await gather(registry.sources, localFacts(facts), AbortSignal.timeout(60_000))
  const compiled = compile(gathered, { ...registry, annotate })
  const located = (problems: readonly Problem[]) => addPositions(problems, registry.sources)
  if (!compiled.ok) return failed(...(await located(compiled.problems)))
  return ok({ ...compiled.value, warnings: await located(compiled.value.warnings) })
}
