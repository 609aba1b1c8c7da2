import { formatProblem } from '@frrkit/model'
import { expect, test } from 'vitest'
import { parseFile } from './parse-file.ts'

const namespace = 'frr-k8s-system'

function parse(text: string) {
  return parseFile({ file: 'conf/edge.yaml', text }, namespace)
}

function object(name: string, spec = '{}'): string {
  return `apiVersion: frrk8s.metallb.io/v1beta1\nkind: FRRConfiguration\nmetadata: {name: ${name}}\nspec: ${spec}\n`
}

function names(text: string): readonly string[] {
  const { objects, problems } = parse(text)
  expect(problems).toEqual([])
  return objects.map((entry) => entry.object.name)
}

test.each([
  { case: 'one document', text: object('a'), found: ['a'] },
  {
    case: 'several documents',
    text: `${object('a')}---\n${object('b')}...\n---\n${object('c')}`,
    found: ['a', 'b', 'c'],
  },
  { case: 'an empty file', text: '', found: [] },
  { case: 'comments only', text: '# nothing\n---\n# here\n', found: [] },
  {
    case: 'a document that is commented out',
    text: `${object('a')}---\n# ${object('b').replaceAll('\n', '\n# ')}`,
    found: ['a'],
  },
  { case: 'JSON', text: '{"apiVersion":"x/v1","kind":"K","metadata":{"name":"j"}}', found: ['j'] },
  {
    case: 'JSON indented by tabs',
    text: '{\n\t"apiVersion": "x/v1",\n\t"kind": "K",\n\t"metadata": {"name": "j"}\n}',
    found: ['j'],
  },
  {
    case: 'a List as kubectl prints it',
    text: 'apiVersion: v1\nkind: List\nitems:\n- {apiVersion: x/v1, kind: K, metadata: {name: a}}\n- {apiVersion: x/v1, kind: K, metadata: {name: b}}\n',
    found: ['a', 'b'],
  },
  {
    case: 'a List of one kind',
    text: 'apiVersion: x/v1\nkind: KList\nmetadata: {resourceVersion: "7"}\nitems: [{apiVersion: x/v1, kind: K, metadata: {name: a}}]\n',
    found: ['a'],
  },
  { case: 'a List without items', text: 'apiVersion: v1\nkind: List\nitems: []\n', found: [] },
  { case: 'a kind that nobody here knows', text: 'apiVersion: v1\nkind: Service\nmetadata: {name: s}\n', found: ['s'] },
])('$case', ({ text, found }) => {
  expect(names(text)).toEqual(found)
})

test('an object is handed over whole, with its file and its namespace', () => {
  const text =
    'apiVersion: x/v1\nkind: K\nmetadata: {name: a, namespace: other, creationTimestamp: 2026-01-02T03:04:05Z}\n'
  expect(parse(text).objects.map(({ value }) => value)).toEqual([
    {
      object: { kind: 'K', namespace: 'other', name: 'a', file: 'conf/edge.yaml', created: '2026-01-02T03:04:05Z' },
      apiVersion: 'x/v1',
      body: {
        apiVersion: 'x/v1',
        kind: 'K',
        metadata: { name: 'a', namespace: 'other', creationTimestamp: '2026-01-02T03:04:05Z' },
      },
      unknownFields: 'refuse',
    },
  ])
})

test('an object without a namespace gets the one of the source', () => {
  expect(parse(object('a')).objects[0]?.object.namespace).toBe(namespace)
})

test.each([
  {
    case: 'a tab',
    text: 'spec:\n\trouters: []\n',
    message: `\
file conf/edge.yaml: not readable as YAML: tab characters must not be used in indentation [file/syntax]
  line 2, column 1  File edge.yaml  (conf/edge.yaml:2:1)
help: correct the file near that place; until then nothing in this file is used`,
  },
  {
    case: 'a key twice',
    text: `${object('a')}---\nkind: K\nkind: L\n`,
    message: `\
file conf/edge.yaml: not readable as YAML: the same key twice in one mapping [file/syntax]
  line 7, column 1  File edge.yaml  (conf/edge.yaml:7:1)
help: correct the file near that place; until then nothing in this file is used`,
  },
  {
    case: 'an alias of nothing, whose name is not repeated',
    text: 'password: *s3cret\n',
    message: `\
file conf/edge.yaml: not readable as YAML: unidentified alias [file/syntax]
  line 1, column 12  File edge.yaml  (conf/edge.yaml:1:12)
help: correct the file near that place; until then nothing in this file is used`,
  },
  {
    case: 'a tag of somebody else, whose name is not repeated',
    text: 'password: !s3cret x\n',
    message: `\
file conf/edge.yaml: not readable as YAML: unknown scalar tag [file/syntax]
  line 1, column 11  File edge.yaml  (conf/edge.yaml:1:11)
help: correct the file near that place; until then nothing in this file is used`,
  },
  {
    case: 'a file that was cut in the middle of a password',
    text: 'kind: Secret\nstringData: {password: "s3cre',
    message: `\
file conf/edge.yaml: not readable as YAML: unexpected end of the stream within a double quoted scalar [file/syntax]
  line 2, column 30  File edge.yaml  (conf/edge.yaml:2:30)
help: correct the file near that place; until then nothing in this file is used`,
  },
  {
    case: 'a list of objects',
    text: `# objects\n- apiVersion: x/v1\n  kind: K\n`,
    message: `\
file conf/edge.yaml: expected an object with apiVersion, kind and metadata, got a list [file/shape]
  document 1  File edge.yaml  (conf/edge.yaml:2:1)
help: write every object as its own document (between lines of ---), or all of them under items of a "kind: List"`,
  },
  {
    case: 'no name',
    text: `${object('a')}---\napiVersion: x/v1\nkind: K\nmetadata:\n  labels: {}\n`,
    message: `\
file conf/edge.yaml: metadata.name: expected text, got nothing [file/shape]
  document 2  File edge.yaml  metadata.name (conf/edge.yaml:8:1)
help: give the object its metadata.name`,
  },
  {
    case: 'a name that YAML takes for a number',
    text: 'apiVersion: x/v1\nkind: K\nmetadata: {name: 65001}\n',
    message: `\
file conf/edge.yaml: metadata.name: expected text, got a number [file/shape]
  document 1  File edge.yaml  metadata.name (conf/edge.yaml:3:12)
help: put metadata.name in quotes`,
  },
  {
    case: 'no kind in a List',
    text: 'kind: List\nitems:\n- metadata: {name: a}\n  apiVersion: x/v1\n',
    message: `\
file conf/edge.yaml: kind: expected text, got nothing [file/shape]
  document 1  File edge.yaml  kind (conf/edge.yaml:3:3)
help: give the object its kind`,
  },
])('$case is a problem', ({ text, message }) => {
  const { problems } = parse(text)
  expect(problems.map(formatProblem)).toEqual([message])
  expect(message).not.toContain('s3cre')
})

test('nesting without end is a problem, not a crash', () => {
  expect(parse('['.repeat(100_000)).problems.map(({ code }) => code)).toEqual(['file/syntax'])
})

test.each([
  {
    case: 'an object that contains itself',
    text: 'apiVersion: x/v1\nkind: K\nmetadata: {name: a}\nspec: &s {spec: *s}\n',
  },
  {
    case: 'a few lines that unfold to a billion values',
    text: Array.from(
      { length: 9 },
      (_, i) => `a${i}: &a${i} [${Array.from({ length: 10 }, () => (i === 0 ? 'x' : `*a${i - 1}`)).join()}]\n`,
    ).join(''),
  },
])('$case is a problem', ({ text }) => {
  expect(parse(text).problems.map(formatProblem)).toEqual([
    `\
file conf/edge.yaml: not readable as YAML: an alias contains itself, or aliases unfold without measure [file/syntax]
    File edge.yaml  (conf/edge.yaml)
help: write out what the aliases stand for`,
  ])
})

test('one bad object does not hide the others of its file', () => {
  const { objects, problems } = parse(`${object('a')}---\nkind: K\n---\n${object('b')}`)
  expect(objects.map((entry) => entry.object.name)).toEqual(['a', 'b'])
  expect(problems).toHaveLength(1)
})
