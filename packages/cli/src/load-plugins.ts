import { failed, ok, type Problem, type Result } from '@frrkit/model'
import type { MetricBoard } from '@frrkit/plugin'
import type { ClusterContext } from './cluster-context.ts'
import { fallbackOf, places } from './fallback.ts'
import { locatePlugin } from './locate-plugin.ts'
import type { Logger } from './log.ts'
import type { PluginChoice, Settings } from './settings.ts'
import { unknownOptions } from './unknown-options.ts'

/** What a plugin is given beside its own options, under the same names. */
export type PluginContext = { readonly log: Logger; readonly board?: MetricBoard } & Partial<ClusterContext>

/** Makes every chosen plugin, or says which ones could not be made and why. */
export async function loadPlugins(
  { plugins, base }: Pick<Settings, 'plugins' | 'base'>,
  context: PluginContext,
): Promise<Result<readonly unknown[]>> {
  const loaded = await Promise.all(plugins.map((choice) => loadPlugin(choice, base, context)))
  const problems = loaded.flatMap((result) => (result.ok ? [] : result.problems))
  return problems.length > 0 ? failed(...problems) : ok(loaded.flatMap((result) => (result.ok ? [result.value] : [])))
}

async function loadPlugin(choice: PluginChoice, base: string, context: PluginContext): Promise<Result<unknown>> {
  const fallback = fallbackOf(choice)
  const alone = { ...choice, options: { ...choice.options, fallback: undefined } }
  if (fallback === undefined) return loadAlone(alone, base, context)
  // Where FRR is may be said once for both, whoever of them has to know it.
  const loaded = await loadPlugin({ ...fallback, besides: places }, base, context)
  return loaded.ok
    ? loadAlone({ ...choice, options: { ...choice.options, fallback: loaded.value }, besides: places }, base, context)
    : loaded
}

async function loadAlone(
  { name, options, besides = [] }: PluginChoice,
  base: string,
  context: PluginContext,
): Promise<Result<unknown>> {
  const specifier = locatePlugin(name, base)
  let exports: Record<string, unknown>
  try {
    exports = await import(specifier)
  } catch (error) {
    return failed(
      unloadable(name, `could not be loaded: ${reasonOf(error)}`, `install the package ${specifier}, or mend its name`),
    )
  }
  const factories = Object.entries(exports).filter(([, value]) => typeof value === 'function')
  const factory =
    factories.find(([key]) => key === factoryName(name)) ?? (factories.length === 1 ? factories[0] : undefined)
  if (factory === undefined) {
    const found = factories.map(([key]) => key).join(', ') || 'no function at all'
    return failed(unloadable(name, `exports ${found}`, `a plugin package exports one factory, ${factoryName(name)}()`))
  }
  const unknown = unknownOptions({ name, options, besides }, exports.optionNames)
  if (unknown.length > 0) return failed(...unknown)
  try {
    return ok((factory[1] as (options: object) => unknown)({ ...context, ...options }))
  } catch (error) {
    return failed(unloadable(name, reasonOf(error), 'see the options in the README of the plugin'))
  }
}

/** `@acme/target-staticd` and `./target-staticd.js` → `targetStaticd` */
function factoryName(name: string): string {
  const bare = (name.split('/').at(-1) ?? name).replace(/\.[cm]?[jt]s$/, '')
  return bare.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function unloadable(name: string, reason: string, help: string): Problem {
  return { code: 'cli/plugin', severity: 'error', subject: `plugin ${name}`, field: '', reason, evidence: [], help }
}
