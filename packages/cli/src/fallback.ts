import type { PluginChoice } from './settings.ts'

/** The reloader that gets the configurations which ours does not understand. */
const trusted = 'reloader-frr-reload'

/** Where FRR is: the same for both. */
export const places: readonly string[] = ['confFile', 'pathspace', 'vtyDir', 'prefix', 'binDir']

/**
 * The reloader that another one hands configurations to: its option `fallback` names it with its options, as `plugins`
 * does, and `fallback: false` says that there is none. Ours has FRR's own script unless told otherwise.
 */
export function fallbackOf({ name, options }: PluginChoice): PluginChoice | undefined {
  const { fallback = name === 'reloader-vty' ? { [trusted]: {} } : false } = options as { fallback?: unknown }
  if (typeof fallback !== 'object' || fallback === null) return undefined
  const [chosen] = Object.entries(fallback)
  if (chosen === undefined) return undefined
  const same = Object.fromEntries(Object.entries(options).filter(([key]) => places.includes(key)))
  return { name: chosen[0], options: { ...same, ...(chosen[1] as object | undefined) } }
}
