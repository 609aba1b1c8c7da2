import type { SourceObject } from '@frrkit/model'
import { defineObjectTranslator, type ObjectTranslator } from '@frrkit/plugin'
import type { MetallbOptions } from './options.ts'
import { unsaidOf } from './services/unsaid.ts'
import { kinds } from './sort-objects.ts'
import { createTranslate, type MetallbTranslation } from './translate.ts'
import { record, texts } from './untyped.ts'

type Labels = Readonly<Record<string, string>>

/**
 * Lets a daemon, or a preview, read MetalLB's objects from whatever source has them. `translated` hears what became of the
 * services, each time.
 */
export function translatorMetallb(
  options: MetallbOptions = {},
  translated: (translation: MetallbTranslation) => void = () => {},
): ObjectTranslator {
  const translate = createTranslate(options)
  const standIn = nodeFor()
  let hadSome = false
  return defineObjectTranslator({
    name: 'translator-metallb',
    kinds,
    translate({ objects, secrets, facts: { hostname: node, labels } }) {
      const own = objects.find(({ object }) => object.kind === 'Node' && object.name === node)
      const said = own === undefined ? {} : { facts: { labels: { ...labels, ...labelsOf(own) } } }
      // Services and nodes alone are none of MetalLB's business, nor is a node that nobody knows then.
      if (!objects.some(isMetallb)) {
        // The last of them has gone: nothing is announced any more.
        if (hadSome) translated(nothing)
        hadSome = false
        return { objects: [], problems: [], ...said }
      }
      hadSome = true
      // A folder mostly holds no nodes; then what the command line says about this one has to do.
      const stand = own === undefined && Object.keys(labels).length > 0 ? [standIn(node, labels)] : []
      const translation = translate({ objects: [...objects, ...stand], secrets, node })
      translated(translation)
      const { documents, problems, silences } = translation
      return { objects: documents, problems, ...said, unsaid: () => unsaidOf(silences) }
    },
  })
}

const nothing: MetallbTranslation = { documents: [], problems: [], announcements: [], silences: [] }

function isMetallb({ apiVersion }: SourceObject): boolean {
  return apiVersion.startsWith('metallb.io/')
}

function labelsOf({ body }: SourceObject): Labels {
  return texts(record(record(body).metadata).labels)
}

/** The same object for the same labels, as it is asked for again and again. */
function nodeFor(): (name: string, labels: Labels) => SourceObject {
  let last: { readonly name: string; readonly labels: Labels; readonly node: SourceObject } | undefined
  return (name, labels) => {
    if (last?.name !== name || last.labels !== labels) {
      const object = { kind: 'Node', namespace: '', name }
      const body = { apiVersion: 'v1', kind: 'Node', metadata: { name, labels } }
      last = { name, labels, node: { object, apiVersion: 'v1', body, unknownFields: 'prune' } }
    }
    return last.node
  }
}
