import { parseFrrText } from '@frrkit/frr-text'
import { withContexts } from '../plan/with-contexts.ts'

const route = /^(no )?(ip(?:v6)? route .*)$/

/** Of the lines that mgmtd was told, the static routes that it does not show as told: to be said again. */
export function lostRoutes(lines: readonly string[], shown: string): readonly string[] {
  const there = new Set(
    parseFrrText(shown).contexts.flatMap(({ path, lines: inside }) => inside.map((line) => keyOf(path, line))),
  )
  const lost: { path: readonly string[]; line: string }[] = []
  let path: readonly string[] = []
  for (const line of lines) {
    const [, no, text] = route.exec(line) ?? []
    if (line.startsWith('vrf ')) path = [line]
    else if (line === 'exit') path = []
    else if (text !== undefined && there.has(keyOf(path, text)) === (no !== undefined)) lost.push({ path, line })
  }
  return withContexts(lost)
}

function keyOf(path: readonly string[], line: string): string {
  return [...path, line].join('\n')
}
