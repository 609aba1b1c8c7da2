import { type Evpn, ok, type Result, type Vni } from '@frrkit/model'
import { defined } from './defined.ts'
import { evpnRules, l3vniRules, vniRules } from './evpn-rules.ts'
import type { EvpnFields } from './fields.ts'
import type { EvpnClaims, VniClaims } from './lower/evpn.ts'
import { all, allOf, mapped } from './results.ts'
import { mergeFields } from './rules/merge-fields.ts'

type Parts = { readonly fields: EvpnFields; readonly l2vnis: readonly Vni[]; readonly l3vni: Vni | undefined }

/** EVPN of one router, as far as any object speaks of it. */
export function mergeEvpn(subject: string, entries: readonly EvpnClaims[]): Result<Evpn | undefined> {
  if (entries.length === 0) return ok(undefined)
  const parts = allOf<Parts>({
    fields: mergeFields(
      evpnRules,
      subject,
      entries.map(({ fields }) => fields),
      'evpn.',
    ),
    l2vnis: mergeL2vnis(
      subject,
      entries.flatMap(({ l2vnis }) => l2vnis),
    ),
    l3vni: mergeL3vni(
      subject,
      entries.flatMap(({ l3vni }) => l3vni ?? []),
    ),
  })
  return mapped(parts, ({ fields, l2vnis, l3vni }) => ({
    advertiseAllVnis: fields.advertiseVNIs === 'All',
    advertiseSvi: fields.advertiseSVI ?? false,
    l2vnis,
    ...defined({ l3vni }),
    origins: entries.map(({ origin }) => origin),
  }))
}

/** By number, in that order. */
function mergeL2vnis(subject: string, claims: readonly VniClaims[]): Result<readonly Vni[]> {
  const groups = [...Map.groupBy(claims, ({ vni }) => vni.value)].toSorted(([a], [b]) => a - b)
  return all(groups.map(([vni, entries]) => mergeVni(subject, vni, entries, 'evpn.l2vnis.')))
}

/** A router has at most one, so all objects must mean the same. */
function mergeL3vni(subject: string, claims: readonly VniClaims[]): Result<Vni | undefined> {
  const numbers = claims.map(({ vni }) => vni)
  const agreed = l3vniRules.vni({ subject, field: 'evpn.l3vni.vni' }, numbers)
  if (!agreed.ok) return agreed
  return agreed.value === undefined ? ok(undefined) : mergeVni(subject, agreed.value, claims, 'evpn.l3vni.')
}

function mergeVni(subject: string, vni: number, entries: readonly VniClaims[], path: string): Result<Vni> {
  const fields = mergeFields(
    vniRules,
    `${subject}: VNI ${vni}`,
    entries.map((entry) => entry.fields),
    path,
  )
  return mapped(fields, ({ rd, ...routeTargets }) => ({ vni, ...defined({ rd }), ...routeTargets }))
}
