import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'

const configuration = (name: string, asn: number) => ({
  apiVersion: 'frrk8s.metallb.io/v1beta1',
  kind: 'FRRConfiguration',
  metadata: { namespace: 'frr-system', name },
  spec: { bgp: { routers: [{ asn }] } },
})
const cases = [
  { id: 'one', input: { hostname: 'node-a', configs: [configuration('edge', 64_512)] } },
  { id: 'two', input: { configs: [configuration('edge', 64_512), configuration('fabric', 64_513)] } },
]
const text = `${cases.map((given) => JSON.stringify(given)).join('\n')}\n`

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'frrkit-conformance-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

test.each([
  { case: 'plain', file: 'cases.ndjson', bytes: Buffer.from(text) },
  { case: 'compressed', file: 'cases.ndjson.gz', bytes: gzipSync(text) },
])('answers a $case file, line by line', ({ file, bytes }) => {
  writeFileSync(join(folder, file), bytes)
  const { status, stderr } = run('--in', join(folder, file), '--out', join(folder, 'answers'))
  expect({ status, stderr }).toEqual({
    status: 0,
    stderr: expect.stringMatching(/^2 cases in \d+\.\d s, \d+ a second\n$/),
  })

  const answers = readFileSync(join(folder, 'answers'), 'utf8').trimEnd().split('\n')
  expect(answers.map((line) => JSON.parse(line))).toEqual([
    { id: 'one', ok: true, conf: expect.stringContaining('hostname node-a\n') },
    { id: 'two', ok: false, problems: [{ code: 'merge/conflict', subject: 'router', field: 'asn', text: conflict }] },
  ])
})

const conflict = `router: asn: objects ask for different values [merge/conflict]
  64512  FRRConfiguration frr-system/edge    spec.bgp.routers[0].asn
  64513  FRRConfiguration frr-system/fabric  spec.bgp.routers[0].asn
help: set asn to the same value in all of these objects: a VRF has one BGP instance, and that one AS`

test.each([
  { case: 'no arguments', args: [], says: 'usage: ' },
  { case: 'a file that is not there', args: ['--in', 'nowhere.ndjson', '--out', 'answers'], says: 'nowhere.ndjson' },
  { case: 'a compressed one that is not there', args: ['--in', 'no.gz', '--out', 'answers'], says: 'no.gz' },
])('fails, and says why: $case', ({ args, says }) => {
  const { status, stderr } = run(...args)
  expect(status).not.toBe(0)
  expect(stderr).toContain(says)
})

const peer = (spec: object) => ({
  apiVersion: 'metallb.io/v1beta2',
  kind: 'BGPPeer',
  metadata: { name: 'tor', namespace: 'metallb-system' },
  spec: { myASN: 64_500, peerASN: 64_512, peerAddress: '192.0.2.1', ...spec },
})

test("answers MetalLB's cases by another command", () => {
  const node = { apiVersion: 'v1', kind: 'Node', metadata: { name: 'n1', labels: { 'kubernetes.io/hostname': 'n1' } } }
  const given = [
    { id: 'none', node: 'n1', objects: [node] },
    { id: 'one', node: 'n1', objects: [node, peer({})], options: { frrk8sNamespace: 'frr-k8s-system' } },
    { id: 'wrong', node: 'n1', objects: [node, peer({ myASN: 0 })] },
  ]
  writeFileSync(join(folder, 'cases'), given.map((one) => JSON.stringify(one)).join('\n'))
  const { status } = run('--in', join(folder, 'cases'), '--out', join(folder, 'answers'), 'metallb/main.ts')
  expect(status).toBe(0)
  const lines = readFileSync(join(folder, 'answers'), 'utf8').trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { id: 'none', ok: true, config: null, announced: [] },
    {
      id: 'one',
      ok: true,
      config: expect.objectContaining({ metadata: { name: 'metallb-n1', namespace: 'frr-k8s-system' } }),
      announced: [],
    },
    { id: 'wrong', ok: false, problems: [expect.stringContaining('[metallb/asn]')] },
  ])
})

function run(...words: readonly string[]): { readonly status: number | null; readonly stderr: string } {
  const script = words.find((word) => word.endsWith('main.ts')) ?? 'main.ts'
  const args = words.filter((word) => word !== script)
  const main = join(import.meta.dirname, script)
  const options = { cwd: folder, encoding: 'utf8' } as const
  return spawnSync(process.execPath, ['--conditions=@frrkit/source', main, ...args], options)
}
