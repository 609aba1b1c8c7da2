import { type Problem, say } from '@frrkit/model'
import type { Outline } from '../outline.ts'
import { evidenceAt, type Place, problemAt } from '../place.ts'
import { bfdProfileSubject } from '../subject.ts'
import { profileNameFault } from '../text/free-text.ts'

/** Profile names are words that bfdd takes, and one object defines each name once. */
export function bfdProfileNames({ document }: Outline): readonly Problem[] {
  const profiles = (document.spec.bgp?.bfdProfiles ?? []).map(({ name }, i) => ({
    name,
    place: { document, subject: bfdProfileSubject(name), path: `spec.bgp.bfdProfiles[${i}]` },
  }))
  return [...Map.groupBy(profiles, ({ name }) => name)].flatMap(([name, [first, ...others]]) =>
    first
      ? [
          ...fault(name, first.place),
          ...twins(
            name,
            first.place,
            others.map(({ place }) => place),
          ),
        ]
      : [],
  )
}

function fault(name: string, place: Place): readonly Problem[] {
  const reason = profileNameFault(name)
  if (reason === undefined) return []
  const help = 'name it with one word of at most 63 bytes'
  return [problemAt(place, 'name', { code: 'merge/unsafe-text', reason: `it ${reason}`, says: say(name), help })]
}

function twins(name: string, first: Place, others: readonly Place[]): readonly Problem[] {
  if (others.length === 0) return []
  return [
    problemAt(first, 'name', {
      code: 'merge/duplicate-bfd-profile',
      reason: 'one object defines this profile more than once',
      says: say(name),
      beside: others.map((other) => evidenceAt(other, 'name', say(name))),
      help: 'keep one of them',
    }),
  ]
}
