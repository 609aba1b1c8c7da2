import { type Problem, type SecretDocument, type SourceObject, say, sortProblems } from '@frrkit/model'
import { checkElsewhere } from './check/others.ts'
import { problemIn } from './check/problem.ts'
import { type Node, readNode } from './kinds/node.ts'
import { type MetallbOptions, settingsOf } from './options.ts'
import { documentOf } from './out/document.ts'
import { type Outcomes, outcomes } from './out/outcomes.ts'
import { createTelling } from './out/telling.ts'
import { tooManyCommunities, withheldProblems } from './out/withheld.ts'
import { type Configuration, readConfiguration } from './read-configuration.ts'
import { rememberLast } from './remember.ts'
import { createServiceBook } from './services/service-book.ts'
import type { Announcement, Silence } from './services/verdict.ts'
import { sortObjects } from './sort-objects.ts'

export type MetallbInput = {
  /** All there are of the kinds that MetalLB's speaker reads; others are passed over. In any order. */
  readonly objects: readonly SourceObject[]
  readonly secrets: readonly SecretDocument[]
  /** Name of the node. */
  readonly node: string
}

export type MetallbTranslation = {
  /** One FRRConfiguration, or none: there is nothing to say, or an error stands against saying it. */
  readonly documents: readonly SourceObject[]
  /** Sorted. With an error among them nothing else is decided: what was said before is to stay. */
  readonly problems: readonly Problem[]
  readonly announcements: readonly Announcement[]
  readonly silences: readonly Silence[]
}

export type Translate = (input: MetallbInput) => MetallbTranslation

/**
 * What MetalLB's objects mean for one node. Pure but for what it remembers: objects that are the same JavaScript objects as
 * last time are not read again, and where they mean the same, the document is the same JavaScript object as well.
 */
export function createTranslate(options: MetallbOptions = {}): Translate {
  const settings = settingsOf(options)
  const ownNode = rememberNode()
  const configurationOf = rememberLast<Configuration>()
  const judgeServices = createServiceBook(settings)
  const tell = createTelling()
  const outcomesOf = rememberLast<Outcomes>()
  const documentFor = rememberLast<SourceObject | undefined>()

  return ({ objects, secrets, node: name }) => {
    const { configuration: own, elsewhere, nodes, services, slices } = sortObjects(objects, settings.metallbNamespace)
    const strayed = checkElsewhere(elsewhere, settings.metallbNamespace)
    const node = ownNode(nodes.find(({ object }) => object.name === name))
    if (node === undefined) return nothing([...strayed, unknownNode(name)])

    const configuration = configurationOf([node, ...own, ...secrets], () =>
      readConfiguration(own, node, secrets, settings),
    )
    if (configuration.problems.some(({ severity }) => severity === 'error')) {
      return nothing([...strayed, ...configuration.problems])
    }
    const judged = judgeServices(services, slices, configuration)
    const told = tell(configuration, judged)
    const document = documentFor([configuration, ...told], () => documentOf(configuration, told, settings))
    const { announcements, silences, problems } = outcomesOf([judged.verdicts, ...told], () =>
      outcomes(judged.verdicts, told),
    )
    return {
      documents: document === undefined ? [] : [document],
      problems: sortProblems([
        ...problems,
        ...strayed,
        ...configuration.problems,
        ...tooManyCommunities(configuration),
        ...withheldProblems(told),
      ]),
      announcements,
      silences,
    }
  }
}

/** The same once, with nothing to remember. */
export function translate(input: MetallbInput, options: MetallbOptions = {}): MetallbTranslation {
  return createTranslate(options)(input)
}

function nothing(problems: readonly Problem[]): MetallbTranslation {
  return { documents: [], problems: sortProblems(problems), announcements: [], silences: [] }
}

function unknownNode(name: string): Problem {
  const object = { kind: 'Node', namespace: '', name }
  return problemIn({ object }, 'metadata.name', {
    code: 'metallb/node',
    reason: 'there is no such node, and MetalLB announces nothing from a node that it does not know',
    says: say(name),
    help: 'add the Node object, or say which node this is: --node-name, --node-label',
  })
}

/** A node says much about itself, and often; here it has changed when what we read of it has. */
function rememberNode(): (object: SourceObject | undefined) => Node | undefined {
  let last: { readonly text: string; readonly node: Node } | undefined
  return (object) => {
    if (object === undefined) return undefined
    const node = readNode(object)
    const text = JSON.stringify(node)
    if (last?.text !== text) last = { text, node }
    return last.node
  }
}
