import { formatProblem, ok, type SourceObject } from '@frrkit/model'
import { defineConfigSource, defineRenderTarget, defineStatusReporter, type NodeReport } from '@frrkit/plugin'
import { fakeClock, fakeReloader, fakeSource } from '@frrkit/testing'
import { expect, onTestFinished, test } from 'vitest'
import { createDaemon, type DaemonOptions } from './daemon.ts'

const asns = defineRenderTarget({
  name: 'target-asn',
  place: 'body',
  template: '{{#routers}}\nrouter bgp {{asn}}\n{{/routers}}\n',
  view: ({ routers }) => ok({ routers: routers.map(({ asn }) => ({ asn })) }),
})

const object = (asn: number, name = 'edge'): SourceObject => ({
  object: { kind: 'FRRConfiguration', namespace: 'frr-system', name },
  apiVersion: 'frrk8s.metallb.io/v1beta1',
  body: { spec: { bgp: { routers: [{ asn }] } } },
  unknownFields: 'refuse',
})

/** Every report, and a way to await the first that fulfils a condition. */
function recorder() {
  const reports: NodeReport[] = []
  const waiting: (() => void)[] = []
  const reporter = defineStatusReporter({
    name: 'status-recorder',
    report: async (report) => {
      reports.push(report)
      for (const wake of waiting.splice(0)) wake()
    },
  })
  const until = async (condition: (report: NodeReport) => boolean): Promise<NodeReport> => {
    for (;;) {
      const found = reports.find(condition)
      if (found !== undefined) return found
      await new Promise<void>((resolve) => waiting.push(resolve))
    }
  }
  return { reporter, reports, until }
}

function start(options: Partial<DaemonOptions> & Pick<DaemonOptions, 'plugins'>) {
  const clock = fakeClock()
  const daemon = createDaemon({ clock, facts: { hostname: 'worker-1' }, ...options })
  if (!daemon.ok) throw new Error(daemon.problems.map(formatProblem).join('\n'))
  daemon.value.start()
  onTestFinished(() => daemon.value.stop())
  return { clock, daemon: daemon.value }
}

test('objects reach FRR, and the report says so', async () => {
  const [source, reloader, status] = [fakeSource([object(64512)]), fakeReloader(), recorder()]
  start({ plugins: [source, asns, reloader, status.reporter] })
  const report = await status.until(({ reload }) => reload !== undefined)
  expect(reloader.asked).toEqual(['router bgp 64512\n'])
  expect(report).toEqual({
    hostname: 'worker-1',
    conversion: { ok: true, problems: [], objects: [object(64512).object], leftOut: [], took: 0 },
    reload: { status: 'accepted', changed: true, words: '', by: 'reloader-fake', took: 0 },
  })
})

test('a reporter that reads what FRR runs gets it after each reload', async () => {
  const [source, reloader, status] = [fakeSource([object(64512)]), fakeReloader(), recorder()]
  const { clock } = start({ plugins: [source, asns, reloader, { ...status.reporter, readsRunning: true }] })
  const first = await status.until(({ running }) => running !== undefined)
  expect(first).toMatchObject({ running: 'router bgp 64512\n', reload: { status: 'accepted' } })
  source.set({ objects: [object(64513)] })
  await clock.advance(500)
  await status.until(({ running }) => running === 'router bgp 64513\n')
})

test('a reporter runs beside its reports until the end', async () => {
  const ran: string[] = []
  const status = defineStatusReporter({
    name: 'status-server',
    report: async () => {},
    run: async (signal) => {
      ran.push('began')
      await new Promise((resolve) => signal.addEventListener('abort', resolve))
      ran.push('ended')
    },
  })
  const { daemon } = start({ plugins: [fakeSource([]), asns, fakeReloader(), status] })
  expect(ran).toEqual(['began'])
  await daemon.stop()
  expect(ran).toEqual(['began', 'ended'])
})

test('a conflict asks nothing of FRR, and is gone when the objects agree again', async () => {
  const [source, reloader, status] = [fakeSource([object(64512)]), fakeReloader(), recorder()]
  const { clock } = start({ plugins: [source, asns, reloader, status.reporter] })
  await status.until(({ reload }) => reload !== undefined)
  source.set({ objects: [object(64512), object(64999, 'other')] })
  const { conversion } = await status.until((report) => !report.conversion.ok)
  expect(conversion.problems.map(({ code }) => code)).toEqual(['merge/conflict'])
  expect(reloader.asked).toHaveLength(1)
  source.set({ objects: [object(64513)] })
  await status.until(
    (report) => report.conversion.ok && report.conversion.objects.length === 1 && status.reports.length > 3,
  )
  await clock.advance(60_000)
  expect(reloader.asked).toEqual(['router bgp 64512\n', 'router bgp 64513\n'])
})

const raw = defineRenderTarget({
  name: 'target-raw',
  place: 'tail',
  template: '{{#snippets}}\n{{> origins}}\n{{text}}\n{{/snippets}}\n',
  view: ({ rawSnippets }) =>
    ok({ snippets: rawSnippets.map(({ text, origin }) => ({ text: text.reveal(), origins: [origin] })) }),
})

const snippet = (name: string, rawConfig: string): SourceObject => ({
  ...object(64512, name),
  object: { ...object(64512, name).object, file: `${name}.yaml` },
  body: { spec: { raw: { rawConfig } } },
})

const locate = async () => ({ file: 'some.yaml', line: 7, column: 3 })

test('a refusal names the objects that asked for the line, and where; with another text it is over', async () => {
  const [reloader, status] = [fakeReloader(), recorder()]
  const source = fakeSource([
    object(64512),
    snippet('a', 'fine\nrefuse this'),
    snippet('b', 'refuse this\nrefuse that'),
  ])
  const { clock } = start({ plugins: [{ ...source, locate }, asns, raw, reloader, status.reporter] })
  const refused = await status.until(({ reload }) => reload?.status === 'rejected')
  const { problems = [] } = refused.reload?.status === 'rejected' ? refused.reload : {}
  expect(problems.map(formatProblem)).toEqual([
    `refuse this: FRR does not take this line: Unknown command [frr/refused]
    FRRConfiguration frr-system/a  spec.raw.rawConfig (some.yaml:7:3)
    FRRConfiguration frr-system/b  spec.raw.rawConfig (some.yaml:7:3)
help: mend it in the object that asks for it, or take it out there; until then nothing else changes either`,
    `refuse that: FRR does not take this line: Unknown command [frr/refused]
    FRRConfiguration frr-system/b  spec.raw.rawConfig (some.yaml:7:3)
help: mend it in the object that asks for it, or take it out there; until then nothing else changes either`,
  ])
  source.set({ objects: [snippet('a', 'fine')] })
  await clock.advance(500)
  expect(await status.until(({ reload }) => reload?.status === 'accepted')).not.toHaveProperty('reload.problems')
})

test('nobody is blamed for a line of which no target says who asked for it', async () => {
  const unknown = { ...asns, template: '{{#routers}}\nrefuse {{asn}}\n{{/routers}}\n' }
  const [source, status] = [fakeSource([object(64512)]), recorder()]
  start({ plugins: [source, unknown, fakeReloader(), status.reporter] })
  const { reload } = await status.until((report) => report.reload?.status === 'rejected')
  expect(reload).toMatchObject({ lines: [{ at: 1, line: 'refuse 64512' }] })
  expect(reload).not.toHaveProperty('problems')
})

test('nobody is blamed for what is wanted no more when FRR has answered', async () => {
  const [source, status, fake] = [fakeSource([snippet('a', 'refuse this')]), recorder(), fakeReloader()]
  const slow = {
    ...fake,
    reload: async (frrConf: string, signal: AbortSignal) => {
      const outcome = await fake.reload(frrConf, signal)
      source.set({ objects: [snippet('b', 'fine')] })
      return outcome
    },
  }
  start({ plugins: [source, raw, slow, status.reporter] })
  const { reload } = await status.until((report) => report.reload?.status === 'rejected')
  expect(reload).not.toHaveProperty('problems')
})

test('a source that is away keeps what runs, and is named', async () => {
  const [source, reloader, status] = [fakeSource([object(64512)]), fakeReloader(), recorder()]
  start({ plugins: [source, asns, reloader, status.reporter] })
  await status.until(({ reload }) => reload !== undefined)
  source.breakDown('connection refused')
  const { conversion } = await status.until((report) => !report.conversion.ok)
  expect(conversion.problems.map(formatProblem)).toEqual([
    `source source-fake: connection refused [daemon/source-unavailable]
help: the configuration that runs now stays until the source answers`,
  ])
  expect(reloader.asked).toHaveLength(1)
})

test('a watch that breaks is begun again', async () => {
  const source = fakeSource()
  const third = Promise.withResolvers<void>()
  let watches = 0
  const brittle = defineConfigSource({
    ...source,
    name: 'source-brittle',
    watch: (changed, signal) => {
      watches++
      if (watches < 3) return Promise.reject(new Error('socket closed'))
      third.resolve()
      return source.watch(changed, signal)
    },
  })
  const { clock } = start({ plugins: [brittle, asns, fakeReloader()] })
  await clock.advance(10_000)
  await third.promise
  expect(watches).toBe(3)
})

test('a reporter that fails takes nobody with it', async () => {
  const warnings: string[] = []
  const hear = ({ message }: Error) => void warnings.push(message)
  process.on('warning', hear)
  onTestFinished(() => void process.off('warning', hear))
  const broken = defineStatusReporter({ name: 'status-broken', report: () => Promise.reject(new Error('no disk')) })
  const status = recorder()
  start({ plugins: [fakeSource(), asns, fakeReloader(), broken, status.reporter] })
  await status.until(({ reload }) => reload?.status === 'accepted')
  await expect.poll(() => warnings).toContain('status-broken could not report: Error: no disk')
})

test('problems get their place in the file from the source that knows it', async () => {
  const at = { file: 'edge.yaml', line: 7, column: 12 }
  const inFile = { ...object(64512), object: { ...object(0).object, file: 'edge.yaml' }, body: { spec: { bgp: [] } } }
  const source = defineConfigSource({ ...fakeSource([inFile]), name: 'source-file', locate: async () => at })
  const status = recorder()
  start({ plugins: [source, asns, fakeReloader(), status.reporter] })
  const { conversion } = await status.until((report) => !report.conversion.ok)
  expect(conversion.problems[0]?.evidence[0]?.origin.at).toEqual(at)
})

test('an FRR that began anew gets its configuration once more', async () => {
  const [source, reloader, status] = [fakeSource([object(64512)]), fakeReloader(), recorder()]
  const { clock } = start({ plugins: [source, asns, reloader, status.reporter] })
  await status.until(({ reload }) => reload !== undefined)
  await clock.advance(1000)
  reloader.notice({ kind: 'again', words: 'bgpd is back' })
  await status.until(({ reload }) => reload?.status === 'accepted' && !reload.changed)
  expect(reloader.asked).toEqual(['router bgp 64512\n', 'router bgp 64512\n'])
})

test('a change by hand that is left alone is reported, and so is its end', async () => {
  const [source, reloader, status] = [fakeSource([object(64512)]), fakeReloader(), recorder()]
  start({ plugins: [source, asns, reloader, status.reporter] })
  await status.until(({ reload }) => reload !== undefined)
  reloader.notice({ kind: 'drift', words: '- router bgp 2' })
  await status.until(({ drift }) => drift === '- router bgp 2')
  reloader.notice({ kind: 'drift', words: '' })
  await status.until(({ drift }) => drift === '')
  expect(reloader.asked).toHaveLength(1)
})

test('a window gathers changes from the first one on', async () => {
  const [source, reloader, status] = [fakeSource([object(64512)]), fakeReloader(), recorder()]
  const { clock } = start({ plugins: [source, asns, reloader, status.reporter], debounceWindow: 3000 })
  await status.until(({ conversion }) => conversion.ok)
  source.set({ objects: [object(64513)] })
  await clock.advance(2999)
  expect(reloader.asked).toEqual([])
  await clock.advance(1)
  expect(reloader.asked).toEqual(['router bgp 64513\n'])
})
