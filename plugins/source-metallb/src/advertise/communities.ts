import { type Document, type Origin, type Problem, parseCommunity, say } from '@frrkit/model'
import { evidenceIn, problemIn } from '../check/problem.ts'
import type { BgpAdvertisementSpec } from '../kinds/bgp-advertisement.ts'
import type { CommunitySpec } from '../kinds/community.ts'

/** A community as FRRConfigurations write it, and where it was asked for. */
export type AskedCommunity = { readonly text: string; readonly origin: Origin }

export type Aliases = ReadonlyMap<string, string>

/** The names that Community objects give; each once over all of them. */
export function readAliases(documents: readonly Document<CommunitySpec | undefined>[]): {
  readonly aliases: Aliases
  readonly problems: readonly Problem[]
} {
  const aliases = new Map<string, string>()
  const problems: Problem[] = []
  const seen = new Map<string, { readonly document: Document; readonly path: string }>()
  for (const document of documents) {
    for (const [i, { name = '', value = '' }] of (document.spec?.communities ?? []).entries()) {
      const path = `spec.communities[${i}]`
      const before = seen.get(name)
      const parsed = canonical(value)
      if (parsed === undefined) problems.push(notACommunity(document, `${path}.value`, value))
      else aliases.set(name, parsed)
      if (before !== undefined) {
        const beside = [evidenceIn(before.document, `${before.path}.name`, say(name))]
        const [reason, help] = ['another community has this name', 'give one of them another name']
        problems.push(
          problemIn(document, `${path}.name`, { code: 'metallb/community', reason, says: say(name), beside, help }),
        )
      } else seen.set(name, { document, path })
    }
  }
  return { aliases, problems }
}

/** What an advertisement asks for, names looked up first; each community once. */
export function readCommunities(
  document: Document<BgpAdvertisementSpec | undefined>,
  aliases: Aliases,
): { readonly communities: readonly AskedCommunity[]; readonly problems: readonly Problem[] } {
  const communities = new Map<string, AskedCommunity>()
  const problems: Problem[] = []
  for (const [i, asked] of (document.spec?.communities ?? []).entries()) {
    const path = `spec.communities[${i}]`
    const text = aliases.get(asked) ?? canonical(asked)
    if (text === undefined) problems.push(notACommunity(document, path, asked, aliases))
    else if (!communities.has(text)) communities.set(text, { text, origin: { object: document.object, path } })
  }
  return { communities: [...communities.values()], problems }
}

/** `A:B` or `large:A:B:C` without leading zeros, or undefined. */
function canonical(text: string): string | undefined {
  const community = parseCommunity(text)
  return community && (community.kind === 'large' ? `large:${community.text}` : community.text)
}

function notACommunity(of: Document, path: string, asked: string, aliases?: Aliases): Problem {
  const help = 'write A:B with numbers up to 65535, or large:A:B:C with numbers up to 4294967295'
  const known = [...(aliases?.keys() ?? [])].toSorted().map(say).join(', ')
  const more =
    aliases === undefined ? '' : known === '' ? ', or the name of one in a Community' : `, or a name: ${known}`
  const reason = aliases === undefined ? 'not a community' : 'neither a community nor the name of one'
  return problemIn(of, path, { code: 'metallb/community', reason, says: say(asked), help: help + more })
}
