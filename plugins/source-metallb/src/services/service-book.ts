import type { SourceObject } from '@frrkit/model'
import { watchList } from '../differences.ts'
import { type EndpointSlice, readEndpointSlice } from '../kinds/endpoint-slice.ts'
import { readService, type Service } from '../kinds/service.ts'
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
  const services = createShelf<Service>()
  const slices = createShelf<EndpointSlice>()
  const verdicts = new Map<string, Verdict>()
  const differentServices = watchList<SourceObject>()
  const differentSlices = watchList<SourceObject>()
  let judgedWith: Configuration | undefined
  let keys: readonly string[] = []

  const judgeKey = (key: string, configuration: Configuration): Verdict | undefined => {
    const [service] = services.at(key)
    if (service === undefined || service.loadBalancerClass !== settings.loadBalancerClass) return undefined
    return judge(service, slices.at(key), configuration, settings)
  }

  return (allServices, allSlices, configuration) => {
    const touched = new Set<string>([
      ...services.exchange(differentServices(allServices), readService, ({ key }) => key),
      ...slices.exchange(differentSlices(allSlices), readEndpointSlice, ({ service }) => service),
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
    keys = revised(keys, gone.map(keyOf), come.map(keyOf))
    return { verdicts: keys.flatMap((key) => verdicts.get(key) ?? []), gone, come }
  }
}

function keyOf({ service }: Verdict): string {
  return `${service.namespace}/${service.name}`
}

/** Things by the service that they belong to; there may be several of one name, if all of them say the same. */
function createShelf<T>() {
  const byKey = new Map<string, readonly T[]>()
  return {
    at: (key: string): readonly T[] => byKey.get(key) ?? [],
    keys: (): Iterable<string> => byKey.keys(),
    /** Puts the new in the place of the old, and answers which services that concerns. */
    exchange(
      { gone, come }: { readonly gone: readonly SourceObject[]; readonly come: readonly SourceObject[] },
      read: (object: SourceObject) => T,
      keyOfThing: (thing: T) => string | undefined,
    ): readonly string[] {
      const touched: string[] = []
      const change = (object: SourceObject, revise: (list: readonly T[], thing: T) => readonly T[]) => {
        const thing = read(object)
        const key = keyOfThing(thing)
        if (key === undefined) return
        touched.push(key)
        const list = revise(byKey.get(key) ?? [], thing)
        if (list.length > 0) byKey.set(key, list)
        else byKey.delete(key)
      }
      for (const object of gone) change(object, (list, thing) => list.toSpliced(list.indexOf(thing), 1))
      for (const object of come) change(object, (list, thing) => [...list, thing])
      return touched
    },
  }
}
