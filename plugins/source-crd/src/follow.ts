import { type Followed, type KubeClient, type KubeError, type ListWatch, type Log, sayOnce } from '@frrkit/k8s'
import type { SecretDocument, SourceObject } from '@frrkit/model'
import { type Collections, collections, type Place } from './collections.ts'
import { type KeptNode, keepNode, keepObject, keepSecret } from './keep.ts'
import { referencedSecrets } from './references.ts'
import type { Found } from './snapshot.ts'

export type FollowOptions = Place & {
  readonly kube: KubeClient
  readonly log: Log
  /** After everything was listed once, after every change, and when something is in the way. */
  readonly changed: () => void
  readonly signal: AbortSignal
}

/** What is known of the cluster, kept up to date. */
export type Following = Followed<Found> & {
  /** Resolves after the signal has aborted. */
  end(): Promise<void>
}

/** Follows objects, Node and, while any object refers to one, Secrets. */
export function follow(options: FollowOptions): Following {
  const { kube, log, signal, changed, nodeName } = options
  const say = sayOnce(log)
  const rest = (of: string) => ({
    troubled: (error: KubeError | undefined) => {
      say(of, error)
      if (error !== undefined && found() === undefined) changed()
    },
    signal,
  })
  const at: Collections = collections(options)
  let wanted: ReadonlySet<string> = new Set()
  let reading = 0
  let secrets: ListWatch<SecretDocument> | undefined
  const publish = () => {
    if (found() !== undefined) changed()
  }

  const settings = kube.listWatch<SourceObject>({
    ...at.settings,
    ...rest('settings'),
    keep: keepObject('FRRK8sConfiguration'),
    changed: publish,
  })
  const node = kube.listWatch<KeptNode>({ ...at.node, ...rest('node'), keep: keepNode, changed: publish })
  const others = at.others.map(({ kind, ...collection }) =>
    kube.listWatch<SourceObject>({
      ...collection,
      ...rest(collection.plural),
      keep: keepObject(kind, collection.apiVersion),
      changed: publish,
    }),
  )
  const configurations: ListWatch<SourceObject> = kube.listWatch<SourceObject>({
    ...at.configurations,
    ...rest('configurations'),
    keep: keepObject('FRRConfiguration'),
    changed: () => {
      want(referencedSecrets(configurations.current() ?? []))
      publish()
    },
  })

  /** The bytes of all other Secrets of the namespace never stay: whoever reads our memory finds ours only. */
  function want(names: ReadonlySet<string>): void {
    const before = wanted
    wanted = names
    if (secrets !== undefined) void reconsider(secrets, without(names, before), without(before, names))
    else if (names.size > 0) {
      const keep = (object: Parameters<typeof keepSecret>[0]) =>
        wanted.has(object.metadata.name) ? keepSecret(object) : undefined
      secrets = kube.listWatch<SecretDocument>({ ...at.secrets, ...rest('secrets'), keep, changed: publish })
    }
  }

  async function reconsider(of: ListWatch<SecretDocument>, keep: readonly string[], drop: readonly string[]) {
    if (keep.length + drop.length === 0) return
    reading += 1
    await of.reconsider({ keep, drop })
    reading -= 1
    publish()
  }

  function found(): Found | undefined {
    const [objects, config, nodes] = [configurations.current(), settings.current(), node.current()]
    const more = others.map((one) => one.current())
    const known = wanted.size === 0 ? [] : secrets?.current()
    if (objects === undefined || config === undefined || nodes === undefined || known === undefined || reading > 0)
      return undefined
    if (more.includes(undefined)) return undefined
    const lists = more.flatMap((list) => list ?? [])
    return { nodeName, configurations: objects, settings: config, others: lists, node: nodes[0], secrets: known }
  }

  return {
    found,
    trouble: () => [configurations, settings, node, secrets, ...others].map((one) => one?.trouble()).find(Boolean),
    async end() {
      await Promise.all([
        configurations.ended,
        settings.ended,
        node.ended,
        secrets?.ended,
        ...others.map(({ ended }) => ended),
      ])
    },
  }
}

function without(names: ReadonlySet<string>, others: ReadonlySet<string>): readonly string[] {
  return [...names].filter((name) => !others.has(name))
}
