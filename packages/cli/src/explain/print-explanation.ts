import { type Origin, objectName } from '@frrkit/model'
import type { Advertised } from './advertised.ts'
import type { NeighborExplanation } from './explain-neighbor.ts'
import type { PrefixAtNeighbor, PrefixExplanation } from './explain-prefix.ts'
import { inVrf } from './known.ts'

/** Paragraphs for people; each says something, then who said it. */
export function printNeighbor(explained: NeighborExplanation): string {
  const { neighbor, vrf, asn, routerAsn, families, advertises, accepts, alwaysBlock, unheard, raw } = explained
  const remote = typeof asn === 'number' ? `AS ${asn}` : `any ${asn} AS`
  return paragraphs([
    [
      `neighbor ${neighbor}${inVrf(vrf)}: ${remote}, of our AS ${routerAsn}, for ${families.join(' and ') || 'evpn alone'}`,
      ...origins(explained.definedBy),
    ],
    ...section(
      'settings',
      explained.settings.flatMap(({ field, value, origins: by }) => [`  ${field}: ${value}`, ...origins(by, 4)]),
    ),
    ...section(
      'advertises',
      advertises.length === 0
        ? ['  nothing']
        : advertises.flatMap((each) => [`  ${each.prefix}${withWhat(each)}`, ...origins(each.allowedBy, 4)]),
    ),
    ...section(
      'accepts',
      accepts.length === 0
        ? ['  nothing']
        : accepts.flatMap(({ what, origins: by }) => [`  ${what}`, ...origins(by, 4)]),
    ),
    ...section(
      'never accepts, nor anything inside (always-block)',
      alwaysBlock.map((prefix) => `  ${prefix}`),
    ),
    ...section(
      'not heard here',
      unheard.flatMap(({ because, origin }) => [`  ${objectName(origin.object)} ${because}`, ...origins([origin], 4)]),
    ),
    ...section('raw configuration, which may say otherwise', origins(raw)),
  ])
}

export function printPrefix({ prefix, originated, silent, neighbors, raw }: PrefixExplanation): string {
  const nowhere = originated.length === 0 ? [[`prefix ${prefix}: originated by no object that speaks here`]] : []
  return paragraphs([
    ...nowhere,
    ...originated.map(({ vrf, origins: by }) => [`prefix ${prefix}: originated${inVrf(vrf)}`, ...origins(by)]),
    ...section(
      'not announced from this node',
      silent.flatMap((one) => [
        `  ${one.prefix} of ${objectName(one.origin.object)}: ${one.because}`,
        ...origins([one.origin], 4),
      ]),
    ),
    ...neighbors.map(printAtNeighbor),
    ...section('raw configuration, which may say otherwise', origins(raw)),
  ])
}

function printAtNeighbor({ neighbor, vrf, advertised, notAdvertised, accepted }: PrefixAtNeighbor): readonly string[] {
  const name = `neighbor ${neighbor}${inVrf(vrf)}`
  const sent =
    advertised === undefined
      ? [
          `${name}: not advertised`,
          ...notAdvertised.flatMap(({ says, origins: by, help }) => [
            `  ${says}`,
            ...origins(by, 4),
            ...(help === undefined ? [] : [`    help: ${help}`]),
          ]),
        ]
      : [`${name}: advertised${withWhat(advertised)}`, ...origins(advertised.allowedBy)]
  const from = accepted.accepted ? 'accepted from it' : 'not accepted from it'
  return [...sent, `  ${from}: ${accepted.because}`, ...origins(accepted.origins, 4)]
}

function withWhat({ localPref, communities, nextHop }: Advertised): string {
  const what = [
    localPref === undefined ? [] : [`local preference ${localPref}`],
    communities.map((community) => `community ${community}`),
    nextHop === undefined ? [] : [`next hop ${nextHop}`],
  ].flat()
  return what.length === 0 ? '' : ` with ${what.join(', ')}`
}

function origins(list: readonly Origin[], indent = 2): readonly string[] {
  return list.map(({ object, path, at }) => {
    const file = at ? `${at.file}:${at.line}:${at.column}` : object.file
    return `${' '.repeat(indent)}${objectName(object)}  ${path}${file === undefined ? '' : ` (${file})`}`
  })
}

function section(heading: string, lines: readonly string[]): readonly (readonly string[])[] {
  return lines.length === 0 ? [] : [[heading, ...lines]]
}

function paragraphs(list: readonly (readonly string[])[]): string {
  return `${list.map((lines) => lines.join('\n')).join('\n\n')}\n`
}
