import { formatProblem, ok } from '@frrkit/model'
import { expect, test } from 'vitest'
import { defineConfigSource } from '../config-source.ts'
import { defineDocumentKind } from '../document-kind.ts'
import { defineObjectTranslator } from '../object-translator.ts'
import { defineReloader } from '../reloader.ts'
import { defineRenderTarget } from '../render-target.ts'
import { createRegistry } from './registry.ts'

const target = (name: string) => defineRenderTarget({ name, place: 'body', template: '', view: () => ok({}) })
const source = defineConfigSource({
  name: 'source-a',
  read: () => Promise.resolve({ objects: [], secrets: [], problems: [] }),
  watch: () => Promise.resolve(),
})
const reloader = defineReloader({
  name: 'reloader-a',
  reload: () => Promise.resolve({ status: 'accepted', changed: false, words: '' }),
})
const kind = (name: string, slot: string) =>
  defineDocumentKind({
    name,
    apiVersion: 'example.com/v1',
    kind: 'StaticRoute',
    slot,
    parse: ({ object }) => ok({ object, spec: {} }),
    merge: () => ok({ content: [], warnings: [] }),
  })

const problems = (plugins: readonly unknown[]) => {
  const result = createRegistry(plugins)
  return result.ok ? [] : result.problems.map(formatProblem)
}

test('plugins are sorted by role and name, whatever the order they came in', () => {
  const result = createRegistry([target('target-b'), reloader, target('target-a'), source])
  expect(result.ok && result.value.targets.map(({ name }) => name)).toEqual(['target-a', 'target-b'])
  expect(result.ok && result.value.sources).toEqual([source])
  expect(result.ok && result.value.reloaders).toEqual([reloader])
})

test('a package may answer with several plugins at once', () => {
  const translator = defineObjectTranslator({
    name: 'translator-a',
    kinds: [{ apiVersion: 'example.com/v1', kind: 'Uplink' }],
    translate: () => ({ objects: [], problems: [] }),
  })
  const result = createRegistry([[translator, source], reloader])
  expect(result.ok && result.value.translators).toEqual([translator])
  expect(result.ok && result.value.sources).toEqual([source])
  expect(problems([[translator, translator]])).toHaveLength(1)
})

test.each([
  {
    case: 'two of one name',
    plugins: [target('target-bgpd'), source, target('target-bgpd')],
    says: [
      `plugin target-bgpd: name: registered more than once [plugin/twin]
help: leave one of them out; registered: source-a, target-bgpd`,
    ],
  },
  {
    case: 'a contract of tomorrow',
    plugins: [{ ...target('target-x'), contract: 'render-target/v9' }],
    says: [
      `plugin target-x: contract: "render-target/v9" is newer than this frrkit [plugin/unknown-contract]
help: update frrkit, or install a version of the plugin for render-target/v1, render-target/v2`,
    ],
  },
  {
    case: 'a contract of which only the name is known',
    plugins: [
      { ...source, contract: 'config-source/v0' },
      { ...target('target-x'), contract: 'render-target' },
    ],
    says: [
      `plugin source-a: contract: "config-source/v0" is not understood any more, or never was [plugin/unknown-contract]
help: install a version of the plugin for config-source/v1`,
      `plugin target-x: contract: "render-target" is not understood any more, or never was [plugin/unknown-contract]
help: install a version of the plugin for render-target/v1, render-target/v2`,
    ],
  },
  {
    case: 'a contract that nobody knows',
    plugins: [{ ...target('target-x'), contract: 'banner/v1' }],
    says: [
      `plugin target-x: contract: "banner/v1" is no contract of this version [plugin/unknown-contract]
help: known contracts: config-source/v1, render-target/v2, reloader/v1, status-reporter/v1, document-kind/v1, object-translator/v1`,
    ],
  },
  {
    case: 'a contract named like an inherited property',
    plugins: [{ ...target('target-x'), contract: 'constructor' }],
    says: [
      `plugin target-x: contract: "constructor" is no contract of this version [plugin/unknown-contract]
help: known contracts: config-source/v1, render-target/v2, reloader/v1, status-reporter/v1, document-kind/v1, object-translator/v1`,
    ],
  },
  {
    case: 'the factory instead of the plugin',
    plugins: [target],
    says: [
      `a plugin: is a function, not a plugin object [plugin/unknown-contract]
help: call the factory: sourceFile({ … }), not sourceFile`,
    ],
  },
  {
    case: 'half a source',
    plugins: [{ contract: 'config-source/v1', name: 'source-x', read: () => undefined }],
    says: [
      `plugin source-x: watch: missing, and config-source/v1 asks for it [plugin/unknown-contract]
help: build the plugin with the define… function of its contract`,
    ],
  },
  {
    case: 'a name that is no package name',
    plugins: [target('Target BGP')],
    says: [
      `plugin "Target BGP": name: a plugin is named like its package without the scope: lower-case words joined by hyphens [plugin/name]
help: name it like 'target-bfdd'`,
    ],
  },
  {
    case: 'two kinds for one slot, and for one document kind',
    plugins: [kind('kind-a', 'routes'), kind('kind-b', 'routes')],
    says: [
      `slot routes: slot: registered more than once [plugin/twin]
help: leave one of them out; registered: kind-a, kind-b`,
      `document kind example.com/v1 StaticRoute: kind: registered more than once [plugin/twin]
help: leave one of them out; registered: kind-a, kind-b`,
    ],
  },
])('$case', ({ plugins, says }) => {
  expect(problems(plugins)).toEqual(says)
})
