import type { Problem } from '@frrkit/model'
import type { NodeReport } from '@frrkit/plugin'
import { expect, test } from 'vitest'
import { type NodeStateStatus, nodeStateStatus } from './node-state.ts'

const edge = { kind: 'FRRConfiguration', namespace: 'ns', name: 'edge' }
const tor = { kind: 'FRRConfiguration', namespace: 'ns', name: 'tor' }

const conflict: Problem = {
  code: 'merge/conflict',
  severity: 'error',
  subject: 'neighbor 192.0.2.1',
  field: 'holdTime',
  reason: 'objects ask for different values',
  evidence: [
    { origin: { object: edge, path: 'spec.a' }, says: '90s' },
    { origin: { object: tor, path: 'spec.b' }, says: '180s' },
  ],
  help: 'set it once',
}
const warning: Problem = { ...conflict, severity: 'warning', code: 'merge/without-effect', evidence: [] }

const fine: NodeReport['conversion'] = { ok: true, problems: [], objects: [edge], leftOut: [] }

const entry = (object: string, field: string, reason: string) => ({
  object: `FRRConfiguration ns/${object}`,
  field,
  code: 'merge/conflict',
  severity: 'error',
  reason: `neighbor 192.0.2.1: holdTime: objects ask for different values: ${reason}`,
  help: 'set it once',
})
const conflictListed = [
  entry('edge', 'spec.a', '90s here, 180s in FRRConfiguration ns/tor'),
  entry('tor', 'spec.b', '180s here, 90s in FRRConfiguration ns/edge'),
]
const warningListed = {
  code: 'merge/without-effect',
  severity: 'warning',
  reason: 'neighbor 192.0.2.1: holdTime: objects ask for different values',
  help: 'set it once',
}

test.each<{ case: string; report: Partial<NodeReport>; says: Partial<NodeStateStatus> }>([
  {
    case: 'a conversion, before FRR has answered',
    report: {},
    says: { lastConversionResult: 'success', lastReloadResult: '', runningConfig: '', problems: [] },
  },
  {
    case: 'a reload',
    report: { reload: { status: 'accepted', changed: true, words: 'x' }, running: 'router bgp 1\n' },
    says: { lastReloadResult: 'success', runningConfig: 'router bgp 1\n' },
  },
  {
    case: 'a refusal after which FRR runs what it ran',
    report: { reload: { status: 'rejected', running: 'unchanged', words: 'line 7: % Unknown command: nonsense' } },
    says: {
      lastReloadResult:
        'ERROR: FRR refused the configuration, and runs what it ran before:\nline 7: % Unknown command: nonsense',
    },
  },
  {
    case: 'a refusal of a line whose object is known: it is among the problems, with its field',
    report: {
      reload: {
        status: 'rejected',
        running: 'unchanged',
        words: 'line 7',
        problems: [
          {
            code: 'frr/refused',
            severity: 'error',
            subject: 'router bgp 1 / nonsense',
            field: '',
            reason: 'FRR does not take this line: % Unknown command',
            evidence: [{ origin: { object: edge, path: 'spec.raw.rawConfig' }, says: '' }],
            help: 'mend it',
          },
        ],
      },
    },
    says: {
      problems: [
        {
          object: 'FRRConfiguration ns/edge',
          field: 'spec.raw.rawConfig',
          code: 'frr/refused',
          severity: 'error',
          reason: 'router bgp 1 / nonsense: FRR does not take this line: % Unknown command',
          help: 'mend it',
        },
      ],
    },
  },
  {
    case: 'a refusal that left a mixture, and words with a secret',
    report: { reload: { status: 'rejected', running: 'unknown', words: 'neighbor x password s3cret' } },
    says: {
      lastReloadResult:
        'ERROR: FRR refused the configuration, and what it runs now is not known:\nneighbor x password <retracted>',
    },
  },
  {
    case: 'a refusal that says why a line with a secret, hidden already, is refused',
    report: {
      reload: { status: 'rejected', running: 'unchanged', words: 'neighbor x password (hidden): x is nobody' },
    },
    says: {
      lastReloadResult:
        'ERROR: FRR refused the configuration, and runs what it ran before:\nneighbor x password <retracted>: x is nobody',
    },
  },
  {
    case: 'FRR away',
    report: { reload: { status: 'unreachable', words: 'not running: bgpd' } },
    says: { lastReloadResult: 'ERROR: FRR does not answer:\nnot running: bgpd' },
  },
  {
    case: 'secrets of raw snippets',
    report: { running: 'key chain a\n key 1\n  key-string s3cret\nrouter bgp 1\n neighbor x password (hidden)\n' },
    says: {
      runningConfig: 'key chain a\n key 1\n  key-string <retracted>\nrouter bgp 1\n neighbor x password <retracted>\n',
    },
  },
  {
    case: 'FRR changed by hand, and a text that could not be saved',
    report: {
      reload: { status: 'accepted', changed: true, words: '', warnings: ['/etc/frr/frr.conf: EROFS'] },
      drift: '+ router bgp 1\n+  neighbor x password s3cret\n',
    },
    says: {
      lastReloadResult: 'success',
      problems: [
        {
          code: 'frr/changed-by-hand',
          severity: 'warning',
          reason: 'FRR: somebody changed it by hand: + router bgp 1; +  neighbor x password (hidden)',
          help: 'say it in an object, or take it back in FRR',
        },
        {
          code: 'frr/warning',
          severity: 'warning',
          reason: 'FRR: /etc/frr/frr.conf: EROFS',
          help: 'see the log of the daemon on this node',
        },
      ],
    },
  },
  {
    case: 'what came back too often: the list begins behind the colon, on the same line',
    report: { drift: 'it came back 3 times:\n- router bgp 1\n+ router bgp 2\n' },
    says: {
      problems: [{ reason: 'FRR: somebody changed it by hand: it came back 3 times: - router bgp 1; + router bgp 2' }],
    },
  },
  {
    case: 'a conflict: the words that the log has, and an entry for each object',
    report: { conversion: { ok: false, problems: [warning, conflict], objects: [], leftOut: [] } },
    says: {
      lastConversionResult: `\
failed: neighbor 192.0.2.1: holdTime: objects ask for different values [merge/conflict]
  90s   FRRConfiguration ns/edge  spec.a
  180s  FRRConfiguration ns/tor   spec.b
help: set it once`,
      problems: [...conflictListed, warningListed],
    },
  },
  {
    case: 'a conflict whose objects were left out: what is wrong is listed, and the rest was converted',
    report: { conversion: { ...fine, problems: [conflict], leftOut: [tor] } },
    says: { lastConversionResult: 'success', problems: conflictListed },
  },
])('$case', ({ report, says }) => {
  expect(nodeStateStatus({ hostname: 'node1', conversion: fine, ...report })).toMatchObject(says)
})

test('whatever is wrong, the object stays far below what etcd takes', () => {
  const long = 'ü\n'.repeat(2_000_000)
  const words = 'ü\n'.repeat(2000)
  const problems = Array.from({ length: 5000 }, (_, i) => ({
    ...conflict,
    subject: `${i}`,
    reason: words,
    help: words,
  }))
  const status = nodeStateStatus({
    hostname: 'node1',
    conversion: { ok: false, problems, objects: [], leftOut: [] },
    reload: { status: 'rejected', running: 'unknown', words: long },
    running: long,
  })
  expect(Buffer.byteLength(JSON.stringify(status))).toBeLessThan(1_450_000)
  expect(status.runningConfig).toMatch(/\n! cut by frrkit: \d+ of 2000001 lines are not shown$/)
  expect(status.problems).toHaveLength(50)
  expect(status.problems.at(-1)).toMatchObject({ reason: 'and 4975 more problems' })
})
