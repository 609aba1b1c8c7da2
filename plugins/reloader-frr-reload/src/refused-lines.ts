import type { RefusedLine } from '@frrkit/plugin'
import type { Wording } from './words.ts'

const complaint = /^(?:\[\d+\|\w+\] )?line (\d+): (.*)\n?((?:(?!line \d+: ).+\n?)*)/gm

/** The lines that FRR's tools name by their numbers; `words` have been made fit to show. */
export function refusedLines(frrConf: string, words: string, wording: Wording): readonly RefusedLine[] {
  const named = new Map([...words.matchAll(complaint)].map(([, at, first, rest]) => [Number(at), why(first, rest)]))
  const lines = named.size === 0 ? [] : frrConf.split('\n')
  return [...named].flatMap(([at, because]) => {
    const line = lines[at - 1]
    return line === undefined ? [] : [{ at, line: wording(line.trim()), why: because }]
  })
}

/** Without the line, which vtysh repeats; where a daemon said why, in its words. */
function why(first = '', rest = ''): string {
  const [said] = rest.split('\n')
  return said === undefined || said === '' ? first.replace(/\[-?\d+\](?:: .*|( to \w+), line: .*)$/, '$1') : said.trim()
}
