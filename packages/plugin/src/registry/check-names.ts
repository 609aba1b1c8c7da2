import type { Problem } from '@frrkit/model'
import type { Plugin } from '../plugin.ts'

const legal = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

/** Names are well-formed, and no two plugins share one: a twin is a mistake, not an override. Nor a slot, nor a kind. */
export function checkNames(plugins: readonly Plugin[]): readonly Problem[] {
  const kinds = plugins.filter((plugin) => plugin.contract === 'document-kind/v1')
  return [
    ...plugins.filter(({ name }) => typeof name !== 'string' || !legal.test(name)).map(illegal),
    ...twins(plugins.map(({ name }) => name)).map((name) => twin(`plugin ${name}`, 'name', plugins)),
    ...twins(kinds.map(({ slot }) => slot)).map((slot) =>
      twin(
        `slot ${slot}`,
        'slot',
        kinds.filter((kind) => kind.slot === slot),
      ),
    ),
    ...twins(kinds.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`)).map((kind) =>
      twin(`document kind ${kind}`, 'kind', kinds),
    ),
  ]
}

function twins(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, i) => names.indexOf(name) !== i))].toSorted()
}

function illegal({ name }: Plugin): Problem {
  return {
    code: 'plugin/name',
    severity: 'error',
    subject: `plugin ${JSON.stringify(name)}`,
    field: 'name',
    reason: 'a plugin is named like its package without the scope: lower-case words joined by hyphens',
    evidence: [],
    help: "name it like 'target-bfdd'",
  }
}

function twin(subject: string, field: string, among: readonly Plugin[]): Problem {
  const known = [...new Set(among.map(({ name }) => name))].toSorted().join(', ')
  return {
    code: 'plugin/twin',
    severity: 'error',
    subject,
    field,
    reason: 'registered more than once',
    evidence: [],
    help: `leave one of them out; registered: ${known}`,
  }
}
