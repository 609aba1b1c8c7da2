import type { NodeFacts, Problem, SourceObject } from '@frrkit/model'
import type { ObjectTranslator } from '@frrkit/plugin'
import type { Gathered } from './gather.ts'

export type Translated = {
  /** Those that no translator reads. */
  readonly others: readonly SourceObject[]
  readonly made: readonly SourceObject[]
  readonly facts: NodeFacts
  readonly problems: readonly Problem[]
  /** False while a translator could not say all that it has to say. */
  readonly complete: boolean
}

/**
 * Lets every translator say what its objects mean. `contested` objects stay out: nobody knows what they say, and so
 * nothing is complete that would have been made of them.
 */
export function translateObjects(
  { objects, secrets, facts }: Gathered,
  contested: ReadonlySet<SourceObject>,
  translators: readonly ObjectTranslator[],
): Translated {
  const read = reader(translators.flatMap(({ kinds }) => kinds))
  const own = objects.filter((object) => read(object))
  const clear = own.filter((object) => !contested.has(object))
  const translations = translators.map((translator) =>
    translator.translate({ objects: clear.filter(reader(translator.kinds)), secrets, facts }),
  )
  const problems = translations.flatMap((translation) => translation.problems)
  return {
    others: objects.filter((object) => !read(object) && !contested.has(object)),
    made: translations.flatMap((translation) => translation.objects),
    facts: Object.assign({}, facts, ...translations.map((translation) => translation.facts)),
    problems,
    complete: own.length === clear.length && problems.every(({ severity }) => severity !== 'error'),
  }
}

/** By two looks into maps: a cluster has ten thousand objects of such kinds, and every one is asked each time. */
function reader(kinds: ObjectTranslator['kinds']): (object: SourceObject) => boolean {
  const known = new Map<string, Set<string>>()
  for (const { apiVersion, kind } of kinds) known.set(apiVersion, (known.get(apiVersion) ?? new Set()).add(kind))
  return ({ apiVersion, object }) => known.get(apiVersion)?.has(object.kind) === true
}
