import { expect, test } from 'vitest'
import { merge } from '../conforms/widget.ts'
import { example, withKubectl } from './with-kubectl.ts'

const { kubectl, cluster } = withKubectl()
const path = () => `/apis/frrk8s.metallb.io/v1beta1/namespaces/${cluster().namespace}/frrconfigurations`

test('apply, changed apply, the same again, delete', { timeout: 60_000 }, async () => {
  const apply = (text: string) => kubectl('apply -f -', { stdin: text })
  const object = 'frrconfiguration.frrk8s.metallb.io/example'
  expect(await apply(example(64512))).toEqual({ code: 0, stdout: `${object} created\n`, stderr: '' })
  expect(await apply(example(64513))).toEqual({ code: 0, stdout: `${object} configured\n`, stderr: '' })
  // kubectl misses our defaults in the list, and patches it; that changes nothing.
  expect(await apply(example(64513))).toEqual({ code: 0, stdout: `${object} configured\n`, stderr: '' })
  const asn = await kubectl(
    'get frrconfiguration example -o jsonpath={.spec.bgp.routers[0].asn}/{.metadata.generation}',
  )
  expect(asn).toEqual({ code: 0, stdout: '64513/2', stderr: '' })
  const deleted = `frrconfiguration.frrk8s.metallb.io "example" deleted from ${cluster().namespace} namespace\n`
  expect(await kubectl('delete -f -', { stdin: example(64512) })).toEqual({ code: 0, stdout: deleted, stderr: '' })
})

test('server-side apply, and another manager', { timeout: 60_000 }, async () => {
  const onServer = (args = '') => kubectl(`apply --server-side -f -${args}`, { stdin: example(64513) })
  const applied = 'frrconfiguration.frrk8s.metallb.io/example serverside-applied\n'
  expect(await onServer()).toEqual({ code: 0, stdout: applied, stderr: '' })
  const body = { spec: { bgp: { routers: [{ asn: 64999 }] } } }
  await cluster().ask('PATCH', `${path()}/example?fieldManager=somebody`, { body, type: merge })
  const { code, stderr } = await onServer()
  expect({ code, stderr: stderr.split('\n')[0] }).toEqual({
    code: 1,
    stderr:
      'error: Apply failed with 1 conflict: conflict with "somebody" using frrk8s.metallb.io/v1beta1: .spec.bgp.routers',
  })
  expect((await onServer(' --force-conflicts')).code).toBe(0)
  await kubectl('delete frrconfiguration example')
})

const level = (logLevel: string) =>
  `apiVersion: frrk8s.metallb.io/v1beta1\nkind: FRRK8sConfiguration\nmetadata: {name: config}\nspec: {logLevel: ${logLevel}}\n`

test('from client-side to server-side apply', { timeout: 60_000 }, async () => {
  await kubectl('apply -f -', { stdin: level('info') })
  expect((await kubectl('apply --server-side -f -', { stdin: level('debug') })).code).toBe(0)
  expect((await kubectl('get frrk8sconfiguration config -o jsonpath={.spec.logLevel}')).stdout).toBe('debug')
  // Our defaults are in the list of routers, so that it is not what kubectl had written.
  await kubectl('apply -f -', { stdin: example(64512) })
  expect((await kubectl('apply --server-side -f -', { stdin: example(64513) })).stderr).toContain(
    'conflict with "kubectl-client-side-apply" using frrk8s.metallb.io/v1beta1: .spec.bgp.routers',
  )
  await kubectl('delete frrconfiguration example')
})

test('an invalid object is refused with the words of its rules', { timeout: 60_000 }, async () => {
  const { code, stderr } = await kubectl('apply -f -', { stdin: example(64512, 'connectTime: 500ms') })
  const field = 'spec.bgp.routers[0].neighbors[0].connectTime'
  expect(code).toBe(1)
  expect(stderr).toBe(`\
The FRRConfiguration "example" is invalid: 
* ${field}: Invalid value: "500ms": connect time should be between 1 seconds to 65535
* ${field}: Invalid value: "500ms": connect time should contain a whole number of seconds
`)
})

test('a misspelt field is refused before anything is stored', { timeout: 60_000 }, async () => {
  const { code, stderr } = await kubectl('apply -f -', { stdin: example(64512, 'ebgpMultihop: true') })
  expect(code).toBe(1)
  expect(stderr).toContain('strict decoding error: unknown field "spec.bgp.routers[0].neighbors[0].ebgpMultihop"')
  expect((await cluster().ask('GET', `${path()}/example`)).code).toBe(404)
})

const secret = (password: string) => `\
apiVersion: v1
kind: Secret
metadata: {name: session, labels: {a: b}}
type: kubernetes.io/basic-auth
stringData: {password: ${password}, username: x}
`

test('built-in kinds, too', { timeout: 60_000 }, async () => {
  expect((await kubectl('apply -f -', { stdin: secret('a') })).stdout).toBe('secret/session created\n')
  expect((await kubectl('apply -f -', { stdin: secret('b') })).stdout).toBe('secret/session configured\n')
  expect((await kubectl('get secret session -o jsonpath={.data.password}')).stdout).toBe('Yg==')
  expect((await kubectl('label secret session a- c=d')).stdout).toBe('secret/session labeled\n')
  expect((await kubectl('get secret -l c=d,!a -o name')).stdout).toBe('secret/session\n')
  expect((await kubectl('delete secret session')).code).toBe(0)
})

test('status is patched apart', { timeout: 60_000 }, async () => {
  const state =
    'apiVersion: frrk8s.metallb.io/v1beta1\nkind: BGPSessionState\nmetadata: {name: s1}\nstatus: {node: never}\n'
  await kubectl('apply -f -', { stdin: state })
  const patch = JSON.stringify({ status: { node: 'n1', bgpStatus: 'Established' } })
  expect((await kubectl(`patch bgpsessionstate s1 --subresource=status --type=merge -p ${patch}`)).stdout).toBe(
    'bgpsessionstate.frrk8s.metallb.io/s1 patched\n',
  )
  expect((await kubectl('get bgpsessionstate s1 -o jsonpath={.status}')).stdout).toBe(
    '{"bgpStatus":"Established","node":"n1"}',
  )
})
