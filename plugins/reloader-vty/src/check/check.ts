import type { Comparison, FrrText, Release } from '@frrkit/frr-text'
import { redactFrrText } from '@frrkit/model'
import { changedLines } from './changed-lines.ts'
import { findDeadly } from './deadly.ts'
import { checkEvpn, checkVrfs } from './evpn.ts'
import { judge } from './lines.ts'
import { checkNeighborExists } from './neighbor-exists.ts'
import { checkJumps, checkLists, checkReferences, findReplaced } from './policy.ts'
import { checkInstances, checkRouter } from './routers.ts'
import { routersOf } from './sessions.ts'
import { checkSessions } from './sessions-together.ts'
import { checkStaticRoutes } from './static-routes.ts'
import { checkVpn } from './vpn.ts'

/** A line with its place, for messages: secrets are hidden in it. */
export type CheckedLine = { readonly path: readonly string[]; readonly line: string; readonly why: string }

export type Checked = {
  /** What FRR would refuse, or would take and not do: nothing may be touched. */
  readonly wrong: readonly CheckedLine[]
  /** What the grammar does not know: only FRR itself can say whether it is right. */
  readonly unknown: readonly CheckedLine[]
  /** What FRR takes, and another line makes void; or what FRR may not survive. */
  readonly dubious: readonly CheckedLine[]
}

/**
 * Finds what FRR would refuse before it is asked. Lines by themselves are looked at when they come, which costs little
 * where little comes; what they say about each other is looked at in all of the text, prefixes aside. `prefixesAlone`:
 * nothing else has changed since a text that was looked at.
 */
export function check(
  after: FrrText,
  comparison: Comparison,
  release: Release,
  { prefixesAlone = false }: { readonly prefixesAlone?: boolean } = {},
): Checked {
  const wrong: CheckedLine[] = []
  const unknown: CheckedLine[] = []
  for (const changed of changedLines(after, comparison)) {
    const verdict = judge(changed, release)
    if (verdict === undefined) continue
    const { path, line } = changed
    ;(verdict.unknown ? unknown : wrong).push({ path, line, why: verdict.why })
  }
  if (!prefixesAlone) wrong.push(...checkTogether(after, comparison, release))
  const dubious = [...findReplaced(after), ...findDeadly(after, release)]
  return { wrong: wrong.map(withoutSecrets), unknown: unknown.map(withoutSecrets), dubious }
}

function checkTogether(after: FrrText, comparison: Comparison, release: Release): readonly CheckedLine[] {
  const routers = routersOf(after)
  return [
    ...checkInstances(routers),
    ...routers.flatMap((router) => [
      ...checkRouter(router, release),
      ...checkNeighborExists(router),
      ...checkSessions(router, release),
    ]),
    ...checkEvpn(after),
    ...checkVrfs(after),
    ...checkVpn(after),
    ...checkStaticRoutes(after),
    ...checkLists(after),
    ...checkJumps(comparison),
    ...checkReferences(after),
  ]
}

function withoutSecrets({ path, line, why }: CheckedLine): CheckedLine {
  return { path, line: redactFrrText(line), why }
}
