import type { ObjectRef, Problem } from '@frrkit/model'
import type { NodeReport } from '@frrkit/plugin'

const edge: ObjectRef = { kind: 'FRRConfiguration', namespace: 'frr-system', name: 'edge' }
const lb: ObjectRef = { kind: 'FRRConfiguration', namespace: 'frr-system', name: 'lb' }

const conflict: Problem = {
  code: 'merge/conflict',
  severity: 'error',
  subject: 'neighbor 192.0.2.1',
  field: 'holdTime',
  reason: 'objects ask for different values',
  evidence: [
    { origin: { object: edge, path: 'spec.bgp.routers[0].neighbors[0].holdTime' }, says: '90' },
    { origin: { object: lb, path: 'spec.bgp.routers[0].neighbors[0].holdTime' }, says: '180' },
  ],
  help: 'set holdTime in one of these objects only, or to the same value in all',
}

const nothing: NodeReport['conversion'] = { ok: true, problems: [], objects: [], leftOut: [] }
const built: NodeReport['conversion'] = { ok: true, problems: [], objects: [edge, lb], leftOut: [], took: 3 }
const warned = { ...built, problems: [{ ...conflict, severity: 'warning' as const }] }
const accepted = { status: 'accepted', changed: true, words: '' } as const
const rejected = { status: 'rejected', words: '% Unknown command: nonsense', running: 'unchanged' } as const

/** Every kind of report that a daemon makes, in an order in which it could. */
export const everyReport: readonly (NodeReport & { readonly case: string })[] = [
  { case: 'nothing yet', conversion: nothing },
  { case: 'a configuration that no reload has seen', conversion: built },
  { case: 'an accepted reload', conversion: built, reload: accepted },
  { case: 'the same report again', conversion: built, reload: accepted },
  { case: 'what FRR runs', conversion: built, reload: accepted, running: 'hostname node-a\n' },
  {
    case: 'a reload by another way',
    conversion: built,
    reload: { ...accepted, by: 'reloader-x', because: 'a route-map' },
  },
  { case: 'a reload that mended and warns', conversion: built, reload: { ...accepted, mended: 'x', warnings: ['y'] } },
  { case: 'a warning', conversion: warned, reload: accepted },
  { case: 'a conflict', conversion: { ...built, ok: false, problems: [conflict] }, reload: accepted },
  { case: 'an object left out', conversion: { ...built, problems: [conflict], leftOut: [lb] }, reload: accepted },
  { case: 'a refusal', conversion: built, reload: rejected },
  { case: 'a refusal that left a mixture', conversion: built, reload: { ...rejected, running: 'unknown' as const } },
  {
    case: 'FRR that does not answer',
    conversion: built,
    reload: { status: 'unreachable' as const, words: 'no socket' },
  },
  { case: 'a change by hand', conversion: built, reload: accepted, drift: 'router bgp 1' },
  { case: 'no objects any more', conversion: nothing, reload: accepted },
].map((report) => ({ hostname: 'worker-1', ...report }))
