import { type FilePosition, type ObjectRef, objectName } from '@frrkit/model'
import { flattenLists, type Placed } from './flatten-lists.ts'
import type { SourceText } from './parse-file.ts'
import { readIdentity } from './read-identity.ts'
import { readYaml } from './read-yaml.ts'
import { type YamlNode, yamlTrees } from './yaml-tree.ts'

/** Answers where a field of an object stands in the text, or its nearest parent that is written there. */
export type Locator = (object: ObjectRef, path: string) => FilePosition | undefined

/** A path in the document that counts so many from 0. */
export type Place = Omit<Placed, 'body'>

/** Reads the whole text once more: for messages, never on the way from a change to FRR. */
export function createLocator(source: SourceText, namespace: string): Locator {
  const documents = readYaml(source)
  if (!documents.ok) return () => undefined
  const places = new Map<string, Place>()
  for (const { body, ...place } of flattenLists(documents.value)) {
    const identity = readIdentity(body, { file: source.file, namespace })
    // Of several with one name the first is as good as any other.
    if ('object' in identity) places.set(objectName(identity.object), places.get(objectName(identity.object)) ?? place)
  }
  const positionIn = createFinder(source)
  return (object, path) => {
    const place = places.get(objectName(object))
    return place && positionIn({ ...place, path: [place.path, path].filter(Boolean).join('.') })
  }
}

/** Answers where a path of a document stands; for many questions about one text. */
export function createFinder({ file, text }: SourceText): (place: Place) => FilePosition | undefined {
  const trees = yamlTrees(text)
  const lineStarts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)]
  return ({ document, path }) => {
    const tree = trees[document]
    if (tree === undefined) return undefined
    const { offset } = descend(tree, path)
    const line = lineOf(offset, lineStarts)
    return { file, line: line + 1, column: offset - (lineStarts[line] ?? 0) + 1 }
  }
}

/** The last line that begins there or before; a file may have a hundred thousand, and as many problems. */
function lineOf(offset: number, lineStarts: readonly number[]): number {
  let [low, high] = [0, lineStarts.length]
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if ((lineStarts[middle] ?? 0) <= offset) low = middle
    else high = middle
  }
  return low
}

function descend(tree: YamlNode, path: string): YamlNode {
  let node = tree
  for (const step of path.match(/\[\d+\]|[^.[\]]+/g) ?? []) {
    const next = node.below.get(step)
    if (next === undefined) break
    node = next
  }
  return node
}
