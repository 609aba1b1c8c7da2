import { formatProblem, frrText } from '@frrkit/model'
import { expect, test } from 'vitest'
import { targetRaw } from '../../../fixtures/target-raw-v1/index.js'
import { createRegistry } from '../registry.ts'
import type { RenderTargetV1 } from './render-target-v1.ts'

const model = {
  hostname: 'node-a',
  logLevel: 'info',
  alwaysBlock: [],
  routers: [],
  bfdProfiles: [],
  rawSnippets: [
    {
      priority: 5,
      text: frrText('router bgp 64512\n neighbor 192.0.2.1 password s3cret'),
      origin: { object: { kind: 'FRRConfiguration', namespace: 'ns', name: 'edge' }, path: 'spec.raw' },
    },
  ],
  slots: {},
} as const

// The compiler says whether our memory of the old contract is right.
const old: RenderTargetV1 = targetRaw()

test('what was built for render-target/v1 is handed strings, as then, and its author is told', () => {
  const registry = createRegistry([old])
  if (!registry.ok) throw new Error(registry.problems.map(formatProblem).join('\n'))
  const [target] = registry.value.targets
  expect(target).toMatchObject({ contract: 'render-target/v2', name: 'target-raw', place: 'tail' })
  expect(target?.template).toBe(old.template)
  expect(target?.view(model)).toEqual({
    ok: true,
    value: {
      snippets: [
        { text: 'router bgp 64512\n neighbor 192.0.2.1 password s3cret', origins: [model.rawSnippets[0].origin] },
      ],
    },
  })
  expect(registry.value.warnings.map(formatProblem)).toEqual([
    `warning: plugin target-raw: contract: built for render-target/v1, which works through an adapter [plugin/old-contract]
help: install a version of the plugin for render-target/v2; its author finds in docs/contracts.md what to change`,
  ])
})

test('without the adapter it would write what a secret prints as, where frr.conf needs the secret', () => {
  const view = old.view(model as unknown as Parameters<RenderTargetV1['view']>[0])
  const { snippets } = (view.ok ? view.value : {}) as { readonly snippets: readonly { readonly text: unknown }[] }
  expect(snippets.map(({ text }) => String(text))).toEqual(['router bgp 64512\n neighbor 192.0.2.1 password (hidden)'])
})

test('half of an old plugin is refused like half of a new one', () => {
  const result = createRegistry([{ ...old, view: undefined }])
  expect(result.ok ? [] : result.problems.map(formatProblem)).toEqual([
    `plugin target-raw: view: missing, and render-target/v1 asks for it [plugin/unknown-contract]
help: build the plugin with the define… function of its contract`,
  ])
})
