import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import type { Manifest } from './manifest.ts'
import { root } from './outputs.ts'
import type { Rule } from './rbac.ts'
import { namespace, renderChart } from './render-chart.ts'

// The first call of helm or kubectl on a machine unpacks it, which takes seconds.
vi.setConfig({ testTimeout: 60_000 })

/** `cluster core nodes: get, list, watch`, for each rule of the roles. */
function ruleLines(objects: readonly Manifest[]): readonly string[] {
  return objects
    .filter(({ kind }) => kind === 'ClusterRole' || kind === 'Role')
    .flatMap(({ metadata, rules }) =>
      (rules as readonly Rule[]).map(({ apiGroups, resources, resourceNames = [], verbs }) => {
        const what = resources.map((resource) => [resource, ...resourceNames].join('/')).join(', ')
        return `${scopeOf(metadata)} ${apiGroups.join() || 'core'} ${what}: ${verbs.join(', ')}`
      }),
    )
}

function scopeOf({ namespace: of }: Manifest['metadata']): string {
  return of === undefined ? 'cluster' : of === namespace ? 'namespace' : 'MetalLB'
}

test('the README says of every permission what it is for, and of no other', async () => {
  const rows = readFileSync(`${root}packages/deploy/README.md`, 'utf8').matchAll(
    /^\| (cluster|namespace|MetalLB) \| (\S+) \| ([^|]+) \| ([^|]+) \| [^|]+ \|$/gm,
  )
  const told = [...rows].map(([, scope, group, resources, verbs]) => `${scope} ${group} ${resources}: ${verbs}`)
  const usual = await renderChart()
  const named = new Set(usual.map(({ kind, metadata }) => `${kind} ${metadata.name}`))
  const metallb = { mode: 'publish', secretPassthrough: false }
  const more = (await renderChart({ frrk8s: { metallb } })).filter(
    ({ kind, metadata }) => !named.has(`${kind} ${metadata.name}`),
  )
  expect(told).toEqual([...ruleLines(usual), ...ruleLines(more)])
})

test('without Events the roles are those of frr-k8s', async () => {
  expect(ruleLines(await renderChart({ rbac: { events: false } }))).toEqual([
    'cluster frrk8s.metallb.io frrconfigurations, frrk8sconfigurations: get, list, watch',
    'cluster frrk8s.metallb.io frrnodestates, bgpsessionstates: get, list, watch, create, delete, patch, update',
    'cluster frrk8s.metallb.io frrnodestates/status, bgpsessionstates/status: get, patch, update',
    'cluster core nodes: get, list, watch',
    'cluster authentication.k8s.io tokenreviews: create',
    'cluster authorization.k8s.io subjectaccessreviews: create',
    'cluster admissionregistration.k8s.io validatingwebhookconfigurations: get, list, watch',
    'cluster admissionregistration.k8s.io validatingwebhookconfigurations/frr-k8s-validating-webhook-configuration: update',
    'namespace core secrets: get, list, watch, update',
    'namespace core pods: get, list, watch',
  ])
})

test.each([
  { mode: 'in-process', secretPassthrough: true, secrets: true, writes: false },
  { mode: 'publish', secretPassthrough: true, secrets: false, writes: true },
  { mode: 'publish', secretPassthrough: false, secrets: true, writes: true },
])(
  'MetalLB $mode, secretPassthrough $secretPassthrough: no more than it needs',
  async ({ secrets, writes, ...metallb }) => {
    const lines = ruleLines(await renderChart({ frrk8s: { metallb } }))
    expect(lines.includes('MetalLB core secrets: get, list, watch')).toBe(secrets)
    expect(lines.includes('namespace frrk8s.metallb.io frrconfigurations: create, delete, patch')).toBe(writes)
  },
)
