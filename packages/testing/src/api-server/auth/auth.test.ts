import { afterEach, expect, test } from 'vitest'
import { type ApiServer, type ApiServerOptions, connect, createApiServer } from '../index.ts'

let server: ApiServer | undefined
afterEach(() => server?.close())

async function start(options: ApiServerOptions) {
  server = await createApiServer(options)
  return connect(server.kubeconfig)
}

const users = { 'token-of-ann': { username: 'ann', groups: ['operators'] } }
const reviewed = (kind: string, group: string, spec: object) => ({ apiVersion: `${group}/v1`, kind, spec })

test('TokenReview: who has the token', async () => {
  const { ask } = await start({ users })
  const review = async (token: string) =>
    (
      await ask('POST', '/apis/authentication.k8s.io/v1/tokenreviews', {
        body: reviewed('TokenReview', 'authentication.k8s.io', { token }),
      })
    ).body.status
  expect(await review('token-of-ann')).toEqual({
    authenticated: true,
    user: { username: 'ann', groups: ['operators'] },
  })
  expect(await review('other')).toEqual({ user: {}, error: 'invalid bearer token' })
})

test('SubjectAccessReview: what the test says they may', async () => {
  const { ask } = await start({
    authorize: ({ username }, access) => username === 'ann' && 'path' in access && access.path === '/metrics',
  })
  const review = async (user: string, path: string) => {
    const spec = { user, nonResourceAttributes: { verb: 'get', path } }
    const body = reviewed('SubjectAccessReview', 'authorization.k8s.io', spec)
    return (await ask('POST', '/apis/authorization.k8s.io/v1/subjectaccessreviews', { body })).code
  }
  // Who asks must be allowed to ask.
  expect(await review('ann', '/metrics')).toBe(403)
})

test.each([
  { user: 'ann', path: '/metrics', allowed: true },
  { user: 'ann', path: '/debug', allowed: false },
  { user: 'bob', path: '/metrics', allowed: false },
])('SubjectAccessReview: $user at $path', async ({ user, path, allowed }) => {
  const { ask } = await start({
    authorize: ({ username }, access) => !('path' in access) || (username === 'ann' && access.path === '/metrics'),
  })
  const body = reviewed('SubjectAccessReview', 'authorization.k8s.io', {
    user,
    nonResourceAttributes: { verb: 'get', path },
  })
  expect((await ask('POST', '/apis/authorization.k8s.io/v1/subjectaccessreviews', { body })).body.status).toEqual({
    allowed,
  })
})

test('who needs a token and has none stays outside', async () => {
  const { ask } = await start({ users, requireToken: true })
  expect((await ask('GET', '/api/v1/nodes')).code).toBe(200)
  const response = await fetch(`${server?.url}/api/v1/nodes`)
  expect({ code: response.status, body: await response.json() }).toMatchObject({
    code: 401,
    body: { reason: 'Unauthorized' },
  })
})

test('who may not is told what', async () => {
  const { ask } = await start({ users, requireToken: true, authorize: (_, { verb }) => verb !== 'list' })
  expect(await ask('GET', '/apis/frrk8s.metallb.io/v1beta1/namespaces/a/frrconfigurations')).toMatchObject({
    code: 403,
    body: {
      reason: 'Forbidden',
      message:
        'frrconfigurations.frrk8s.metallb.io is forbidden: User "ann" cannot list resource "frrconfigurations" in API group "frrk8s.metallb.io" in the namespace "a"',
    },
  })
})
