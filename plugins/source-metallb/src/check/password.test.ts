import type { SecretDocument } from '@frrkit/model'
import { expect, test } from 'vitest'
import { aPeer, aSecret, instead, neighborOf, translated, words } from '../../test/objects.ts'
import type { MetallbOptions } from '../options.ts'

const reference = { name: 'tor', namespace: 'other' }
const peer = aPeer({ passwordSecret: reference })
const across: MetallbOptions = { frrk8sNamespace: 'frr-k8s-system' }
const clear: MetallbOptions = { secretPassthrough: false }

test.each<{
  readonly case: string
  readonly spec: object
  readonly options?: MetallbOptions
  readonly secrets?: readonly SecretDocument[]
  readonly password: object
}>([
  { case: 'none', spec: {}, password: {} },
  { case: 'in clear', spec: { password: 's3cret' }, password: { password: 's3cret' } },
  { case: 'a reference', spec: { passwordSecret: reference }, password: { passwordSecret: reference } },
  {
    case: 'a reference into another namespace',
    spec: { passwordSecret: reference },
    options: across,
    password: { passwordSecret: reference },
  },
  {
    case: 'a reference, read for its mistakes',
    spec: { passwordSecret: reference },
    options: clear,
    secrets: [aSecret('s3cret')],
    password: { passwordSecret: reference },
  },
  {
    case: 'a reference, and somebody chose to have it in clear',
    spec: { passwordSecret: reference },
    options: { ...across, ...clear },
    secrets: [aSecret('s3cret')],
    password: { password: 's3cret' },
  },
  {
    case: 'the same, with the end of a line in it',
    spec: { passwordSecret: reference },
    options: { ...across, ...clear },
    secrets: [aSecret('s3cret\n')],
    password: { password: 's3cret' },
  },
  {
    case: 'a password, and a reference without a name',
    spec: { password: 's3cret', passwordSecret: { namespace: 'other' } },
    password: { password: 's3cret', passwordSecret: { namespace: 'other' } },
  },
])('password: $case', ({ spec, options, secrets, password }) => {
  const neighbor = neighborOf(instead(aPeer(spec)), options, secrets)
  const kept = Object.entries(neighbor).filter(([key]) => key.startsWith('password'))
  expect(Object.fromEntries(kept)).toEqual(password)
})

const at = 'BGPPeer metallb-system/tor: spec.passwordSecret'
const row = '  tor  BGPPeer metallb-system/tor  spec.passwordSecret'

test.each<{ readonly case: string; readonly secrets: readonly SecretDocument[]; readonly says: string }>([
  {
    case: 'no Secret',
    secrets: [aSecret('s3cret', { namespace: 'other' })],
    says: `${at}: there is no such Secret in MetalLB's namespace [metallb/secret]\n${row}\nhelp: create the Secret in MetalLB's namespace`,
  },
  {
    case: 'another type',
    secrets: [aSecret('s3cret', { type: 'Opaque' })],
    says: `${at}: the Secret is of type Opaque [metallb/secret]\n${row}\nhelp: create it anew with type kubernetes.io/basic-auth`,
  },
  {
    case: 'another key',
    secrets: [aSecret(undefined)],
    says: `${at}: the Secret has no key password [metallb/secret]\n${row}\nhelp: put the password under the key password`,
  },
])('$case is refused where the Secret is read', ({ secrets, says }) => {
  expect(words(instead(peer), clear, secrets)).toEqual([says])
})

test('a password and a Secret are refused', () => {
  expect(words(instead(aPeer({ password: 's3cret', passwordSecret: reference })))).toEqual([
    `${at}: password and passwordSecret exclude each other [metallb/password]\n${row}\nhelp: remove one of the two`,
  ])
})

test('no problem and no key of what is remembered holds a password', () => {
  const broken = aPeer({ password: 's3cret', passwordSecret: { name: 'x' }, myASN: 0, holdTime: 90 })
  const wrong = aPeer({ password: 5 }, 'spine')
  const { problems } = translated(instead(broken, wrong, aPeer({ password: 'hunter2', peerASN: 0 }, 'third')))
  expect(problems.length).toBeGreaterThan(2)
  expect(JSON.stringify(problems)).not.toMatch(/s3cret|hunter2/)
})
