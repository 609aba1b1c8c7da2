import type { SourceObject } from '@frrkit/model'
import { type EndpointSlice, readEndpointSlice } from '../kinds/endpoint-slice.ts'
import { readService, type Service } from '../kinds/service.ts'
import type { Settings } from '../options.ts'
import type { Configuration } from '../read-configuration.ts'
import { sameParts } from '../remember.ts'
import { judge } from './judge.ts'
import { sameVerdict, type Verdict } from './verdict.ts'

type Remembered = {
  readonly configuration: Configuration
  readonly slices: readonly EndpointSlice[]
  readonly verdict: Verdict
}

type Judge = (
  services: readonly SourceObject[],
  slices: readonly SourceObject[],
  configuration: Configuration,
) => readonly Verdict[]

const none: readonly EndpointSlice[] = []

/** Judges every service of our class; one whose object, slices and configuration are as before is not judged again. */
export function serviceJudge(settings: Settings): Judge {
  let known = new WeakMap<Service, Remembered>()
  return (services, slices, configuration) => {
    const byService = groupByService(slices)
    const next = new WeakMap<Service, Remembered>()
    const verdicts: Verdict[] = []
    for (const object of services) {
      const service = readService(object)
      if (service.loadBalancerClass !== settings.loadBalancerClass) continue
      const own = byService.get(service.key) ?? none
      const before = known.get(service)
      const remembered = judgeAgain(service, own, { before, configuration, settings })
      next.set(service, remembered)
      verdicts.push(remembered.verdict)
    }
    known = next
    return verdicts
  }
}

type Context = {
  readonly before: Remembered | undefined
  readonly configuration: Configuration
  readonly settings: Settings
}

function judgeAgain(service: Service, slices: readonly EndpointSlice[], { before, ...context }: Context): Remembered {
  const { configuration, settings } = context
  if (before !== undefined && before.configuration === configuration && sameParts(before.slices, slices)) return before
  const verdict = judge(service, slices, configuration, settings)
  // Endpoints come and go all the time; mostly that changes nothing here.
  const same = before !== undefined && before.configuration === configuration && sameVerdict(before.verdict, verdict)
  return { configuration, slices, verdict: same ? before.verdict : verdict }
}

function groupByService(objects: readonly SourceObject[]): ReadonlyMap<string, readonly EndpointSlice[]> {
  const groups = new Map<string, EndpointSlice[]>()
  for (const object of objects) {
    const slice = readEndpointSlice(object)
    if (slice.service === undefined) continue
    const group = groups.get(slice.service)
    if (group === undefined) groups.set(slice.service, [slice])
    else group.push(slice)
  }
  return groups
}
