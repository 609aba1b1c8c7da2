import { failed, ok, type Problem, type Result } from '@frrkit/model'
import type { ConfigSource } from '../config-source.ts'
import type { DocumentKind } from '../document-kind.ts'
import type { ObjectTranslator } from '../object-translator.ts'
import type { Plugin } from '../plugin.ts'
import type { Reloader } from '../reloader.ts'
import type { RenderTarget } from '../render-target.ts'
import type { StatusReporter } from '../status-reporter.ts'
import { acceptContract } from './accept-contract.ts'
import { checkNames } from './check-names.ts'

/** Accepted plugins by role, each list sorted by name: the order of registration never shows. */
export type Registry = {
  readonly sources: readonly ConfigSource[]
  readonly targets: readonly RenderTarget[]
  readonly reloaders: readonly Reloader[]
  readonly reporters: readonly StatusReporter[]
  readonly kinds: readonly DocumentKind[]
  readonly translators: readonly ObjectTranslator[]
  /** What their operators should know about the plugins themselves: that one is for an old contract. */
  readonly warnings: readonly Problem[]
}

/** Accepts plugins, or says everything that is wrong with them. What a factory answers may be a list of several. */
export function createRegistry(candidates: readonly unknown[]): Result<Registry> {
  const accepted = candidates.flat().map(acceptContract)
  const plugins = accepted.flatMap((result) => (result.ok ? [result.value.plugin] : []))
  const problems: Problem[] = accepted.flatMap((result) => (result.ok ? [] : result.problems))
  problems.push(...checkNames(plugins))
  if (problems.length > 0) return failed(...problems)
  const sorted = plugins.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const having = <C extends Plugin['contract']>(contract: C) =>
    sorted.filter((plugin): plugin is Extract<Plugin, { contract: C }> => plugin.contract === contract)
  return ok({
    sources: having('config-source/v1'),
    targets: having('render-target/v2'),
    reloaders: having('reloader/v1'),
    reporters: having('status-reporter/v1'),
    kinds: having('document-kind/v1'),
    translators: having('object-translator/v1'),
    warnings: accepted.flatMap((result) => (result.ok ? result.value.warnings : [])),
  })
}
