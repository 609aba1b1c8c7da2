import type { Release } from '@frrkit/frr-text'
import type { CheckedLine } from './check.ts'
import { sessionRules } from './session-rules.ts'
import type { Neighbor, Router } from './sessions.ts'

/** What is right by itself, and not beside what else is said about the neighbor. */
export function checkSessions(router: Router, release: Release): readonly CheckedLine[] {
  return [...router.neighbors.values()].flatMap((neighbor) => {
    const settings = neighbor.lines.map((each) => ({ ...each, setting: settingOf(neighbor, each.line) }))
    return settings.flatMap(({ path, line, setting }) => {
      const beside = new Set(settings.flatMap((other) => (other.path === path ? other.setting : [])))
      const about = { neighbor, router, release, beside }
      const [why] = sessionRules.flatMap((rule) => rule(setting, about) ?? [])
      return why === undefined ? [] : [{ path, line, why }]
    })
  })
}

/** Empty for what is taken away: nothing can be wrong with that. */
function settingOf({ name }: Neighbor, line: string): string {
  return line.startsWith('no ') ? '' : line.slice(`neighbor ${name} `.length)
}
