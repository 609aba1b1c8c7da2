import type { SourceObject } from '@frrkit/model'
import { type Differences, watchList } from '../differences.ts'
import { readEndpointSlice, serviceOfSlice } from '../kinds/endpoint-slice.ts'
import { readService, serviceKey } from '../kinds/service.ts'
import type { Settings } from '../options.ts'
import type { Configuration } from '../read-configuration.ts'
import { revised } from '../sorted.ts'
import { judge } from './judge.ts'
import { sameVerdict, type Verdict } from './verdict.ts'

export type Judged = {
  /** Of every service of our class, sorted by namespace and name. */
  readonly verdicts: readonly Verdict[]
  /** Those that count no longer, and those that count now; with another configuration all of them. */
  readonly gone: readonly Verdict[]
  readonly come: readonly Verdict[]
}

export type ServiceBook = (
  services: readonly SourceObject[],
  slices: readonly SourceObject[],
  configuration: Configuration,
) => Judged

/** Judges services, and of those that it has judged only the ones that something has happened to. */
export function createServiceBook(settings: Settings): ServiceBook {
  const services = createShelf(serviceKey, readService)
  const slices = createShelf(serviceOfSlice, readEndpointSlice)
  const verdicts = new Map<string, Verdict>()
  const differentServices = watchList<SourceObject>()
  const differentSlices = watchList<SourceObject>()
  let judgedWith: Configuration | undefined
  let keys: readonly string[] = []
  let all: readonly Verdict[] = []

  const judgeKey = (key: string, configuration: Configuration): Verdict | undefined => {
    const [service] = services.at(key)
    if (service === undefined || service.loadBalancerClass !== settings.loadBalancerClass) return undefined
    return judge(service, slices.at(key), configuration, settings)
  }

  return (allServices, allSlices, configuration) => {
    const touched = new Set<string>([
      ...services.exchange(differentServices(allServices)),
      ...slices.exchange(differentSlices(allSlices)),
    ])
    const anew = configuration !== judgedWith
    const gone: Verdict[] = []
    const come: Verdict[] = []
    for (const key of anew ? new Set([...services.keys(), ...verdicts.keys()]) : touched) {
      const [before, now] = [verdicts.get(key), judgeKey(key, configuration)]
      // Endpoints come and go all the time; mostly that changes nothing here.
      if (!anew && before !== undefined && now !== undefined && sameVerdict(before, now)) continue
      if (before !== undefined) gone.push(before)
      if (now === undefined) verdicts.delete(key)
      else {
        verdicts.set(key, now)
        come.push(now)
      }
    }
    judgedWith = configuration
    if (gone.length + come.length > 0) {
      keys = revised(keys, gone.map(keyOf), come.map(keyOf))
      all = keys.flatMap((key) => verdicts.get(key) ?? [])
    }
    return { verdicts: all, gone, come }
  }
}

function keyOf({ service }: Verdict): string {
  return `${service.namespace}/${service.name}`
}

type Shelved<T> = { readonly object: SourceObject; readonly thing: T }

/** Things by the service that they belong to; there may be several of one name, if all of them say the same. */
function createShelf<T>(keyOfObject: (object: SourceObject) => string | undefined, read: (object: SourceObject) => T) {
  const byKey = new Map<string, readonly Shelved<T>[]>()
  const revise = (object: SourceObject, change: (list: readonly Shelved<T>[]) => readonly Shelved<T>[]) => {
    const key = keyOfObject(object)
    if (key === undefined) return []
    const list = change(byKey.get(key) ?? [])
    if (list.length > 0) byKey.set(key, list)
    else byKey.delete(key)
    return [key]
  }
  return {
    at: (key: string): readonly T[] => (byKey.get(key) ?? []).map(({ thing }) => thing),
    keys: (): Iterable<string> => byKey.keys(),
    /** Puts the new in the place of the old, and answers which services that concerns. */
    exchange: ({ gone, come }: Differences<SourceObject>): readonly string[] => [
      ...gone.flatMap((object) => revise(object, (list) => without(list, object))),
      ...come.flatMap((object) => revise(object, (list) => [...list, { object, thing: read(object) }])),
    ],
  }
}

/** One of them less, should it be there twice. */
function without<T>(list: readonly Shelved<T>[], object: SourceObject): readonly Shelved<T>[] {
  return list.toSpliced(
    list.findIndex((shelved) => shelved.object === object),
    1,
  )
}
