import {
  type Followed,
  type KubeClient,
  type KubeError,
  type ListWatch,
  type ListWatchOptions,
  type Log,
  sayOnce,
} from '@frrkit/k8s'
import type { SecretDocument, SourceObject } from '@frrkit/model'
import type { Settings } from '../options.ts'
import { secretsCollection, watchedCollections } from './collections.ts'
import { keepSecret } from './keep.ts'
import { wantedSecrets } from './wanted-secrets.ts'
import { keepWritten, type Written, writtenCollection } from './written.ts'

export type FollowOptions = {
  readonly kube: KubeClient
  readonly settings: Settings
  readonly nodeName: string
  /** Where FRRConfigurations are that count on this node: one of MetalLB's speaker would be among them. */
  readonly namespace: string
  readonly log: Log
  /** After everything was listed once, after every change, and when something is in the way. */
  readonly changed: () => void
  readonly signal: AbortSignal
}

/** Everything that a translation is made of, as of one moment. */
export type Found = {
  readonly objects: readonly SourceObject[]
  readonly secrets: readonly SecretDocument[]
  /** The FRRConfiguration `metallb-<node>`, whoever wrote it. */
  readonly written: Written | undefined
}

export type Following = Followed<Found> & {
  /** Resolves after the signal has aborted. */
  end(): Promise<void>
}

/** Follows all that MetalLB's objects are about and, while any BGPPeer refers to one, Secrets. */
export function follow({ kube, settings, nodeName, namespace, log, changed, signal }: FollowOptions): Following {
  const say = sayOnce(log)
  const watch = <T>({ changed: heard = publish, ...watched }: Watch<T>): ListWatch<T> => {
    const troubled = (error: KubeError | undefined) => {
      say(watched.plural, error)
      if (error !== undefined && found() === undefined) changed()
    }
    return kube.listWatch<T>({ ...watched, changed: heard, troubled, signal })
  }
  let wanted: ReadonlySet<string> = new Set()
  let reading = 0
  let secrets: ListWatch<SecretDocument> | undefined

  const written = watch<Written>({ ...writtenCollection(namespace, nodeName), keep: keepWritten })
  const watches: readonly ListWatch<SourceObject>[] = watchedCollections(settings, nodeName).map(
    ({ collection, keep }) => {
      if (collection.plural !== 'bgppeers') return watch<SourceObject>({ ...collection, keep })
      const peers: ListWatch<SourceObject> = watch<SourceObject>({
        ...collection,
        keep,
        changed() {
          want(wantedSecrets(peers.current() ?? []))
          publish()
        },
      })
      return peers
    },
  )

  function publish(): void {
    if (found() !== undefined) changed()
  }

  /** The bytes of all other Secrets of the namespace never stay: whoever reads our memory finds ours only. */
  function want(names: ReadonlySet<string>): void {
    const come = [...names].filter((name) => !wanted.has(name))
    const gone = [...wanted].filter((name) => !names.has(name))
    wanted = names
    if (secrets !== undefined && come.length + gone.length > 0) void reconsider(secrets, come, gone)
    else if (secrets === undefined && names.size > 0) {
      secrets = watch<SecretDocument>({
        ...secretsCollection(settings),
        keep: (object) => (wanted.has(object.metadata.name) ? keepSecret(object) : undefined),
      })
    }
  }

  async function reconsider(of: ListWatch<SecretDocument>, keep: readonly string[], drop: readonly string[]) {
    reading += 1
    await of.reconsider({ keep, drop })
    reading -= 1
    publish()
  }

  function found(): Found | undefined {
    const lists = watches.map((one) => one.current())
    const known = wanted.size === 0 ? [] : secrets?.current()
    const mine = written.current()
    if (lists.some((list) => list === undefined) || known === undefined || mine === undefined || reading > 0)
      return undefined
    return { objects: lists.flatMap((list) => list ?? []), secrets: known, written: mine[0] }
  }

  const all = () => [written, ...watches, ...(secrets === undefined ? [] : [secrets])]
  return {
    found,
    trouble: () =>
      all()
        .find((one) => one.trouble() !== undefined)
        ?.trouble(),
    async end() {
      await Promise.all(all().map(({ ended }) => ended))
    },
  }
}

type Watch<T> = Omit<ListWatchOptions<T>, 'changed' | 'troubled' | 'signal'> & { readonly changed?: () => void }
