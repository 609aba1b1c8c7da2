import { formatProblem } from '@frrkit/model'
import { expect, test } from 'vitest'
import { parseFile } from './parse-file.ts'

function parse(text: string) {
  return parseFile({ file: 'secrets.yaml', text: `apiVersion: v1\nkind: Secret\nmetadata: {name: tor}\n${text}` }, 'ns')
}

const bytes = (text: string) => new TextEncoder().encode(text)

test.each([
  { case: 'data is base64', text: 'data: {password: czNjcmV0}', data: { password: bytes('s3cret') } },
  {
    case: 'base64 may be broken into lines',
    text: 'data:\n  password: |\n    czNj\n    cmV0\n',
    data: { password: bytes('s3cret') },
  },
  { case: 'stringData is as it is', text: 'stringData: {password: s3cret}', data: { password: bytes('s3cret') } },
  {
    case: 'stringData is stronger than data',
    text: 'data: {password: b2xk, user: bWU=}\nstringData: {password: new}',
    data: { password: bytes('new'), user: bytes('me') },
  },
  { case: 'no data at all', text: '', data: {} },
])('$case', ({ text, data }) => {
  const { secrets, objects, problems } = parse(text)
  expect({ objects, problems }).toEqual({ objects: [], problems: [] })
  expect(secrets.map(({ value }) => value)).toEqual([{ namespace: 'ns', name: 'tor', type: 'Opaque', data }])
})

test('the type is kept', () => {
  expect(parse('type: kubernetes.io/basic-auth').secrets[0]?.value.type).toBe('kubernetes.io/basic-auth')
})

test('a Secret of another API is an object like any other', () => {
  const text = 'apiVersion: example.com/v1\nkind: Secret\nmetadata: {name: a}\n'
  expect(parseFile({ file: 'a.yaml', text }, 'ns').objects).toHaveLength(1)
})

test.each([
  {
    case: 'a password in the clear under data',
    text: 'data: {password: s3cret!}',
    message: `\
file secrets.yaml: data.password: the value is not base64 [file/secret]
  (hidden)  Secret ns/tor  data.password (secrets.yaml)
help: encode the value as base64, or write it in the clear under stringData`,
  },
  {
    case: 'a password that YAML takes for a number',
    text: 'stringData: {password: 123456}',
    message: `\
file secrets.yaml: stringData.password: the value is not text [file/secret]
  (hidden)  Secret ns/tor  stringData.password (secrets.yaml)
help: put the value in quotes`,
  },
])('$case is a problem that does not show it', ({ text, message }) => {
  const { problems, secrets } = parse(text)
  expect(problems.map(formatProblem)).toEqual([message])
  expect(secrets).toEqual([])
})
