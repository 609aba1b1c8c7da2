import type { FilePosition, ObjectRef } from '@frrkit/model'
import { flattenLists, type Placed } from './flatten-lists.ts'
import type { SourceText } from './parse-file.ts'
import { readIdentity } from './read-identity.ts'
import { readYaml } from './read-yaml.ts'
import { type YamlNode, yamlTrees } from './yaml-tree.ts'

/** Answers where a field of an object stands in the text, or its nearest parent that is written there. */
export type Locator = (object: ObjectRef, path: string) => FilePosition | undefined

/** Reads the whole text once more: for messages, never on the way from a change to FRR. */
export function createLocator(source: SourceText): Locator {
  const documents = readYaml(source)
  if (!documents.ok) return () => undefined
  const places = flattenLists(documents.value)
  const trees = yamlTrees(source.text)
  return (object, path) => {
    const placed = places.find(({ body }) => isObject(body, object))
    return placed && positionIn(source, trees, { ...placed, path: [placed.path, path].filter(Boolean).join('.') })
  }
}

/** Where one path of one document stands. */
export function positionOf(source: SourceText, place: Omit<Placed, 'body'>): FilePosition | undefined {
  return positionIn(source, yamlTrees(source.text), place)
}

type Place = Omit<Placed, 'body'>

function positionIn({ file, text }: SourceText, trees: readonly YamlNode[], place: Place): FilePosition | undefined {
  let node = trees[place.document]
  if (node === undefined) return undefined
  for (const step of place.path.match(/\[\d+\]|[^.[\]]+/g) ?? []) {
    const next: YamlNode | undefined = node.below.get(step)
    if (next === undefined) break
    node = next
  }
  const before = text.slice(0, node.offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { file, line: before.split('\n').length, column: node.offset - lineStart + 1 }
}

function isObject(body: unknown, { kind, namespace, name }: ObjectRef): boolean {
  const identity = readIdentity(body, { file: '', namespace })
  if ('expected' in identity) return false
  const { object } = identity
  return object.kind === kind && object.namespace === namespace && object.name === name
}
