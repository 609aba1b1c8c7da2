import type { Problem } from '@frrkit/model'
import type { NodeReport, Outcome } from '@frrkit/plugin'
import { expect, test } from 'vitest'
import { statusLog } from './status-log.ts'

const edge = { kind: 'FRRConfiguration', namespace: 'ns', name: 'edge' }
const tor = { kind: 'FRRConfiguration', namespace: 'ns', name: 'tor' }

function problem(severity: Problem['severity'], reason = 'objects ask for different values'): Problem {
  return {
    code: 'merge/conflict',
    severity,
    subject: 'neighbor 192.0.2.1',
    field: 'holdTime',
    reason,
    evidence: [{ origin: { object: edge, path: 'spec.x' }, says: '90s' }],
    help: 'set it once',
  }
}

const accepted: Outcome = { status: 'accepted', changed: true, words: '' }
const same: Outcome = { status: 'accepted', changed: false, words: '' }
const refused: Outcome = { status: 'rejected', running: 'unchanged', words: 'line 7: % Unknown command: nonsense\n' }
const refusedOfEdge: Outcome = {
  ...refused,
  problems: [
    {
      code: 'frr/refused',
      severity: 'error',
      subject: 'nonsense',
      field: '',
      reason: 'FRR does not take this line: % Unknown command',
      evidence: [
        {
          origin: { object: edge, path: 'spec.raw.rawConfig', at: { file: 'edge.yaml', line: 7, column: 3 } },
          says: '',
        },
      ],
      help: 'mend it',
    },
  ],
}
const mixture: Outcome = { status: 'rejected', running: 'unknown', words: '' }
const away: Outcome = { status: 'unreachable', words: 'not running: bgpd' }

const converted: NodeReport['conversion'] = { ok: true, problems: [], objects: [edge], leftOut: [] }
const failed: NodeReport['conversion'] = { ok: false, problems: [problem('error')], objects: [], leftOut: [] }

async function linesOf(...reports: readonly Partial<NodeReport>[]): Promise<readonly string[]> {
  const lines: string[] = []
  const write = (level: string) => (_fields: object, message: string) => void lines.push(`${level}: ${message}`)
  const reporter = statusLog({ log: { info: write('info'), warn: write('warn'), error: write('error') } })
  for (const report of reports) {
    await reporter.report({ hostname: 'node1', conversion: converted, ...report }, new AbortController().signal)
  }
  return lines
}

test('at debug every round is a line, with how long it took', async () => {
  const lines: object[] = []
  const write = (level: string) => (fields: object, message: string) => void lines.push({ level, message, ...fields })
  const [debug, info, warn, error] = ['debug', 'info', 'warn', 'error'].map(write)
  if (!debug || !info || !warn || !error) throw new Error('BUG: four levels')
  const reporter = statusLog({ log: { debug, info, warn, error } })
  const { signal } = new AbortController()
  const report = { hostname: 'node1', conversion: { ...converted, took: 3.2 }, reload: { ...same, took: 7.9 } }
  await reporter.report({ ...report, reload: { ...accepted, took: 8.1 } }, signal)
  await reporter.report(report, signal)
  await reporter.report(report, signal)
  await reporter.report({ ...report, conversion: { ...report.conversion } }, signal)
  const message = 'configuration built from 1 object'
  expect(lines).toMatchObject([
    { level: 'info', node: 'node1', message, took: 3 },
    { level: 'info', message: 'FRR took the configuration', took: 8 },
    { level: 'debug', message: 'FRR runs this configuration already', took: 8 },
    { level: 'debug', node: 'node1', message, took: 3 },
  ])
})

const built = 'info: configuration built from 1 object'
const refusalHelp = 'help: mend the object that asks for the line; frrkit render --annotate says which'

test.each<{ case: string; reports: readonly Partial<NodeReport>[]; lines: readonly string[] }>([
  { case: 'a conversion', reports: [{}], lines: [built] },
  { case: 'the same conversion again', reports: [{}, {}, {}], lines: [built] },
  {
    case: 'more objects',
    reports: [{}, { conversion: { ...converted, objects: [edge, tor] } }],
    lines: [built, 'info: configuration built from 2 objects'],
  },
  {
    case: 'a conversion with a warning',
    reports: [{ conversion: { ...converted, problems: [problem('warning')] } }],
    lines: [
      `\
warn: configuration built from 1 object:
warning: neighbor 192.0.2.1: holdTime: objects ask for different values [merge/conflict]
  90s  FRRConfiguration ns/edge  spec.x
help: set it once`,
    ],
  },
  {
    case: 'a conversion that leaves objects out',
    reports: [{ conversion: { ...converted, problems: [problem('error')], leftOut: [tor] } }],
    lines: [
      `\
warn: configuration built from 1 object, without FRRConfiguration ns/tor:
neighbor 192.0.2.1: holdTime: objects ask for different values [merge/conflict]
  90s  FRRConfiguration ns/edge  spec.x
help: set it once`,
    ],
  },
  {
    case: 'a conversion that fails, the same once more, and then works',
    reports: [{ conversion: failed }, { conversion: failed }, {}],
    lines: [
      `\
error: no configuration can be built; what FRR runs stays:
neighbor 192.0.2.1: holdTime: objects ask for different values [merge/conflict]
  90s  FRRConfiguration ns/edge  spec.x
help: set it once`,
      built,
    ],
  },
  {
    case: 'another problem than before',
    reports: [{ conversion: failed }, { conversion: { ...failed, problems: [problem('error', 'too long')] } }],
    lines: [
      expect.stringContaining('objects ask for different values'),
      expect.stringContaining('holdTime: too long [merge/conflict]'),
    ],
  },
  {
    case: 'every reload that changed FRR',
    reports: [{ reload: accepted }, { reload: { ...accepted } }],
    lines: [built, 'info: FRR took the configuration', 'info: FRR took the configuration'],
  },
  {
    case: 'one reload in several reports',
    reports: [{ reload: accepted }, { reload: accepted }],
    lines: [built, 'info: FRR took the configuration'],
  },
  {
    case: 'a reload that changed nothing, at the start',
    reports: [{ reload: same }],
    lines: [built, 'info: FRR runs this configuration already'],
  },
  {
    case: 'a reload that changed nothing, later',
    reports: [{ reload: accepted }, { reload: same }],
    lines: [built, 'info: FRR took the configuration'],
  },
  {
    case: 'a refusal, once, and the way out of it',
    reports: [{ reload: refused }, { reload: { ...refused } }, { reload: same }],
    lines: [
      built,
      `error: FRR refused the configuration; it runs what it ran before:\nline 7: % Unknown command: nonsense\n${refusalHelp}`,
      'info: FRR runs this configuration already',
    ],
  },
  {
    case: 'a refusal of lines whose objects are known',
    reports: [{ reload: refusedOfEdge }],
    lines: [
      built,
      `error: FRR refused the configuration; it runs what it ran before:
line 7: % Unknown command: nonsense
nonsense: FRR does not take this line: % Unknown command [frr/refused]
    FRRConfiguration ns/edge  spec.raw.rawConfig (edge.yaml:7:3)
help: mend it`,
    ],
  },
  {
    case: 'a refusal whose words say no more than its problems',
    reports: [{ reload: { ...refusedOfEdge, words: 'nonsense: % Unknown command\nother: % Unknown command' } }],
    lines: [
      built,
      `error: FRR refused the configuration; it runs what it ran before:
other: % Unknown command
nonsense: FRR does not take this line: % Unknown command [frr/refused]
    FRRConfiguration ns/edge  spec.raw.rawConfig (edge.yaml:7:3)
help: mend it`,
    ],
  },
  {
    case: 'a refusal that left a mixture',
    reports: [{ reload: mixture }],
    lines: [built, `error: FRR refused the configuration; what it runs now is not known:\n${refusalHelp}`],
  },
  {
    case: 'FRR away, while it stays away',
    reports: [{ reload: away }, { reload: { ...away } }, { reload: { ...away } }, { reload: accepted }],
    lines: [built, 'warn: FRR does not answer; trying again:\nnot running: bgpd', 'info: FRR took the configuration'],
  },
  {
    case: 'a reload that was broken off by the end of the daemon',
    reports: [{ reload: { ...away, words: 'the next start goes on from there', stopped: true } }],
    lines: [built, 'warn: a reload was broken off, as this ends:\nthe next start goes on from there'],
  },
  {
    case: 'the way that a reload went, and why',
    reports: [{ reload: { ...accepted, by: 'reloader-frr-reload', because: 'not understood here: "x"' } }],
    lines: [built, 'info: FRR took the configuration:\nby reloader-frr-reload: not understood here: "x"'],
  },
  {
    case: 'what had to be mended',
    reports: [
      { reload: accepted },
      { reload: { ...accepted, by: 'reloader-vty', mended: 'changed by hand:\n- router bgp 1 / network 10.0.0.0/8' } },
    ],
    lines: [
      built,
      'info: FRR took the configuration',
      'info: FRR did not run the configuration any more, and runs it again:\nchanged by hand:\n- router bgp 1 / network 10.0.0.0/8',
    ],
  },
  {
    case: 'a frr.conf that somebody else has written, twice',
    reports: [
      { reload: accepted },
      { reload: { ...same, mended: '/etc/frr/frr.conf was changed by somebody else' } },
      { reload: { ...same, mended: '/etc/frr/frr.conf was changed by somebody else' } },
    ],
    lines: [
      built,
      'info: FRR took the configuration',
      ...Array(2).fill(
        'info: FRR runs this configuration already; frr.conf held another one, and holds this one again:\n/etc/frr/frr.conf was changed by somebody else',
      ),
    ],
  },
  {
    case: 'a warning, while it lasts, and its end',
    reports: [
      { reload: { ...accepted, warnings: ['frr.conf could not be written'] } },
      { reload: { ...same, warnings: ['frr.conf could not be written'] } },
      { reload: { ...same, warnings: ['frr.conf could not be written'] } },
      { reload: same },
    ],
    lines: [
      built,
      'warn: FRR took the configuration:\nfrr.conf could not be written',
      'warn: FRR runs this configuration already:\nfrr.conf could not be written',
      'info: FRR runs this configuration already',
    ],
  },
  {
    case: 'a change by hand, and its end',
    reports: [{}, { drift: '- router bgp 2' }, { drift: '- router bgp 2' }, { drift: '' }, {}],
    lines: [
      built,
      'warn: FRR was changed by hand, which is left alone; - is there and not wanted, + is wanted and not there:\n- router bgp 2',
      'info: FRR is again as it was told',
    ],
  },
])('$case', async ({ reports, lines }) => {
  expect(await linesOf(...reports)).toEqual(lines)
})

test('the fields say for machines what the message says for people', async () => {
  const fields: object[] = []
  const write = (line: object) => void fields.push(line)
  const reporter = statusLog({ log: { info: write, warn: write, error: write } })
  await reporter.report({ hostname: 'node1', conversion: failed, reload: refused }, new AbortController().signal)
  await reporter.report({ hostname: 'node1', conversion: failed, reload: refusedOfEdge }, new AbortController().signal)
  expect(fields).toEqual([
    { node: 'node1', codes: ['merge/conflict'], objects: [], leftOut: [] },
    { node: 'node1', reload: 'rejected', running: 'unchanged' },
    { node: 'node1', reload: 'rejected', running: 'unchanged', objects: ['FRRConfiguration ns/edge'] },
  ])
})
