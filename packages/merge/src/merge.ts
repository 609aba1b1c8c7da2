import type { FrrConfigurationSpec, Frrk8sConfigurationSpec } from '@frrkit/api'
import {
  type Document,
  type FrrModel,
  type NodeFacts,
  type ObjectRef,
  ok,
  type Problem,
  type Result,
  type SecretDocument,
  selects,
  sortProblems,
} from '@frrkit/model'
import { parseAlwaysBlock } from './always-block.ts'
import { checkHostname } from './check-hostname.ts'
import { mergeLogLevel } from './log-level.ts'
import { mergeBfdProfiles } from './merge-bfd-profiles.ts'
import { mergeRouters } from './merge-routers.ts'
import { checkSecret, secretsByName } from './password.ts'
import { sortRawSnippets } from './raw-snippets.ts'
import { readDocument } from './read-document.ts'
import { allOf } from './results.ts'
import { fallbackRouterId } from './router-id.ts'
import { checkNodeSelector } from './select/check-node-selector.ts'
import { sortDocuments } from './sort-documents.ts'
import { checkTogether } from './together/check-together.ts'

export type MergeInput = {
  /** All of the daemon's namespace, validated, in any order. */
  readonly documents: readonly Document<FrrConfigurationSpec>[]
  /** Only the one named `config` counts. */
  readonly settings?: readonly Document<Frrk8sConfigurationSpec>[]
  readonly secrets: readonly SecretDocument[]
  readonly facts: NodeFacts
}

export type Merged = {
  readonly model: FrrModel
  readonly warnings: readonly Problem[]
  /** The objects that speak on this node, sorted. */
  readonly objects: readonly ObjectRef[]
}

/** What all documents together mean for one node, or every problem that stands against it. */
export function merge({ documents, settings = [], secrets, facts }: MergeInput): Result<Merged> {
  const known = sortDocuments(documents)
  const speaking = known.filter(({ spec }) => selects(spec.nodeSelector, facts.labels))
  const readings = speaking.map(readDocument)
  const claims = {
    routers: readings.flatMap(({ routers }) => routers),
    neighbors: readings.flatMap(({ neighbors }) => neighbors),
    bfdProfiles: readings.flatMap(({ bfdProfiles }) => bfdProfiles),
  }
  const passwords = secretsByName(secrets)
  const hostname = facts.frrHostname ?? facts.hostname
  const merged = allOf({
    logLevel: mergeLogLevel(sortDocuments(settings), facts.logLevel),
    alwaysBlock: parseAlwaysBlock(facts.alwaysBlock),
    routers: mergeRouters(claims.routers, claims.neighbors, {
      secrets: passwords,
      fallbackId: fallbackRouterId({ ...facts, hostname }),
    }),
    bfdProfiles: mergeBfdProfiles(claims.bfdProfiles),
  })

  const problems = sortProblems([
    ...checkHostname({ hostname }),
    ...known.flatMap(checkNodeSelector),
    ...readings.flatMap((reading) => reading.problems),
    ...claims.neighbors.flatMap((neighbor) => checkSecret(neighbor, passwords)),
    ...checkTogether({ ...claims, alwaysBlocks: facts.alwaysBlock.length > 0 }),
    ...(merged.ok ? [] : merged.problems),
  ])
  if (!merged.ok || problems.some(({ severity }) => severity === 'error')) return { ok: false, problems }
  const rawSnippets = sortRawSnippets(readings.flatMap((reading) => reading.rawSnippets))
  return ok({
    model: { hostname, ...merged.value, rawSnippets, slots: {} },
    warnings: problems,
    objects: speaking.map(({ object }) => object),
  })
}
