import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { type Connection, connect } from '../../src/api-server/index.ts'
import { uniqueName, withCluster } from './widget.ts'

const { ask, core, cluster } = withCluster()
const rbac = 'rbac.authorization.k8s.io/v1'
const within = { timeout: 20_000 }

let account: Connection
let token: string
beforeAll(async () => {
  const { namespace, objects } = cluster()
  await objects.put({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'reader', namespace } })
  const reader = await cluster().accountOf('reader')
  ;({ token } = reader)
  account = connect(reader.kubeconfig)
})

const username = () => `system:serviceaccount:${cluster().namespace}:reader`
const subject = () => ({ kind: 'ServiceAccount', name: 'reader', namespace: cluster().namespace })

/** Grants it in the namespace, until the test is over. */
async function grant(name: string, rules: readonly object[]): Promise<void> {
  const { namespace, objects } = cluster()
  const metadata = { name, namespace }
  const roleRef = { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name }
  await objects.put({ apiVersion: rbac, kind: 'Role', metadata, rules })
  await objects.put({ apiVersion: rbac, kind: 'RoleBinding', metadata, roleRef, subjects: [subject()] })
  onTestFinished(async () => {
    for (const kind of ['RoleBinding', 'Role']) await objects.remove({ apiVersion: rbac, kind, name, namespace })
  })
}

/** What a TokenReview says. */
async function review(given: string): Promise<unknown> {
  const body = { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenReview', spec: { token: given } }
  return (await ask('POST', '/apis/authentication.k8s.io/v1/tokenreviews', { body })).body.status
}

test('a token is of its account, and of nobody after a letter has changed', async () => {
  const groups = ['system:serviceaccounts', `system:serviceaccounts:${cluster().namespace}`, 'system:authenticated']
  expect(await review(token)).toMatchObject({ authenticated: true, user: { username: username(), groups } })
  expect(Object(await review(`x${token}`)).authenticated).toBeUndefined()
})

test('there is no token of an account that is not there', async () => {
  await expect(cluster().accountOf('nobody')).rejects.toThrow('"nobody" not found')
})

test('without a role nothing may be read, and the refusal says what', async () => {
  expect(await account.ask('GET', core('secrets'))).toMatchObject({
    code: 403,
    body: {
      message: `secrets is forbidden: User "${username()}" cannot list resource "secrets" in API group "" in the namespace "${cluster().namespace}"`,
    },
  })
})

test('a role grants what it says in its namespace, and no other verb, part or place', async () => {
  await grant('maps', [{ apiGroups: [''], resources: ['configmaps'], verbs: ['list', 'create'] }])
  await expect.poll(async () => (await account.ask('GET', core('configmaps'))).code, within).toBe(200)
  const codes = [
    await account.ask('GET', core('configmaps/absent')),
    await account.ask('GET', core('secrets')),
    await account.ask('GET', '/api/v1/configmaps'),
    await account.ask('GET', '/api/v1/namespaces/default/configmaps'),
    await account.ask('PATCH', core('configmaps/absent/status'), { body: {}, type: 'application/merge-patch+json' }),
  ]
  expect(codes.map(({ code }) => code)).toEqual([403, 403, 403, 403, 403])
})

test('a role for one name lets it be got, and listed by its name', async () => {
  await grant('one', [{ apiGroups: [''], resources: ['secrets'], resourceNames: ['mine'], verbs: ['get', 'list'] }])
  await expect.poll(async () => (await account.ask('GET', core('secrets/mine'))).code, within).toBe(404)
  const { code } = await account.ask('GET', core('secrets?fieldSelector=metadata.name%3Dmine'))
  expect(code).toBe(200)
  expect((await account.ask('GET', core('secrets'))).code).toBe(403)
  expect((await account.ask('GET', core('secrets/other'))).code).toBe(403)
})

/** What a SubjectAccessReview says. */
async function allowed(verb: string, path: string): Promise<unknown> {
  const spec = { user: username(), nonResourceAttributes: { verb, path } }
  const body = { apiVersion: 'authorization.k8s.io/v1', kind: 'SubjectAccessReview', spec }
  return Object((await ask('POST', '/apis/authorization.k8s.io/v1/subjectaccessreviews', { body })).body.status).allowed
}

test('a cluster role grants a path, and a review knows it', async () => {
  const { objects } = cluster()
  const name = uniqueName('frrkit-test-metrics')
  const roleRef = { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name }
  const rules = [{ nonResourceURLs: ['/frrkit/*'], verbs: ['get'] }]
  await objects.put({ apiVersion: rbac, kind: 'ClusterRole', metadata: { name }, rules })
  await objects.put({
    apiVersion: rbac,
    kind: 'ClusterRoleBinding',
    metadata: { name },
    roleRef,
    subjects: [subject()],
  })
  onTestFinished(async () => {
    for (const kind of ['ClusterRoleBinding', 'ClusterRole']) await objects.remove({ apiVersion: rbac, kind, name })
  })
  await expect.poll(() => allowed('get', '/frrkit/metrics'), within).toBe(true)
  expect(await allowed('post', '/frrkit/metrics')).toBe(false)
  expect(await allowed('get', '/other')).toBe(false)
  expect((await account.ask('GET', '/apis')).code).toBe(200)
})
