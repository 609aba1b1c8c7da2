import { failed, ok, type Problem, type Result } from '@frrkit/model'
import { createRegistry, type Registry, type Reloader } from '@frrkit/plugin'

/** A registry that a daemon can run on: something to read, something to render, one way to reload. */
export type Assembly = Registry & { readonly reloader: Reloader }

export function checkAssembly(plugins: readonly unknown[]): Result<Assembly> {
  const registry = createRegistry(plugins)
  if (!registry.ok) return registry
  const { sources, targets, reloaders } = registry.value
  const [reloader, ...others] = reloaders
  const problems: Problem[] = []
  if (sources.length === 0) problems.push(lacks('config source', 'add one, such as sourceFile({ dir })'))
  if (targets.length === 0)
    problems.push(lacks('render target', 'add those you need, such as targetZebra() and targetBgpd()'))
  if (reloader === undefined) problems.push(lacks('reloader', 'add one, such as reloaderFrrReload()'))
  if (others.length > 0) {
    const names = reloaders.map(({ name }) => name).join(', ')
    problems.push(incomplete('more than one reloader', `leave one of them: ${names}`))
  }
  return reloader === undefined || problems.length > 0 ? failed(...problems) : ok({ ...registry.value, reloader })
}

function lacks(what: string, help: string): Problem {
  return incomplete(`no ${what}`, help)
}

function incomplete(reason: string, help: string): Problem {
  return { code: 'daemon/assembly', severity: 'error', subject: 'daemon', field: 'plugins', reason, evidence: [], help }
}
