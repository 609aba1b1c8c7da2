import { type BfdProfile, compareText, type Result } from '@frrkit/model'
import { bfdProfileRules } from './bfd-profile-rules.ts'
import { defined } from './defined.ts'
import type { BfdProfileClaims } from './lower/bfd-profile.ts'
import { all, mapped } from './results.ts'
import { mergeFields } from './rules/merge-fields.ts'
import { bfdProfileSubject } from './subject.ts'

/** Profiles of one name are one profile: they must mean the same to FRR. By name. */
export function mergeBfdProfiles(claims: readonly BfdProfileClaims[]): Result<readonly BfdProfile[]> {
  const groups = [...Map.groupBy(claims, ({ name }) => name)].toSorted(([a], [b]) => compareText(a, b))
  return all(groups.map(([name, entries]) => mergeBfdProfile(name, entries)))
}

function mergeBfdProfile(name: string, entries: readonly BfdProfileClaims[]): Result<BfdProfile> {
  const fields = mergeFields(
    bfdProfileRules,
    bfdProfileSubject(name),
    entries.map((entry) => entry.fields),
  )
  return mapped(fields, ({ echoMode = false, passiveMode = false, ...numbers }) => ({
    name,
    echoMode,
    passiveMode,
    ...defined(numbers),
    origins: entries.map(({ origin }) => origin),
  }))
}
