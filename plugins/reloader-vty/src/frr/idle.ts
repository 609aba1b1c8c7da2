import type { Comparison, Context, ContextKind, FrrText } from '@frrkit/frr-text'
import type { RunningByDaemon } from './merge-running.ts'

/**
 * BFD profiles mean nothing by themselves. Where bfdd does not run and nothing asks for BFD, they hold up nobody: vtysh and
 * frr-reload.py drop them without a word. As soon as a session asks for BFD, bfdd is needed as any daemon is.
 */
const ofProfiles: ReadonlySet<ContextKind> = new Set(['bfd', 'bfd-profile'])

/** What FRR runs of a text that it was told: a daemon that is not there has nothing. */
export function withoutAbsent(text: FrrText, byDaemon: RunningByDaemon): FrrText {
  if (byDaemon.has('bfdd') || !text.contexts.some(isOfProfiles)) return text
  return { ...text, contexts: text.contexts.filter((context) => !isOfProfiles(context)) }
}

/** The differences that somebody is there for, or that somebody should be there for. */
export function withoutIdle(comparison: Comparison, wanted: FrrText, byDaemon: RunningByDaemon): Comparison {
  if (byDaemon.has('bfdd') || !comparison.contexts.some(isOfProfiles) || asksForBfd(wanted)) return comparison
  return { ...comparison, contexts: comparison.contexts.filter((context) => !isOfProfiles(context)) }
}

/** The profiles that are wanted and not there, for people; undefined where there are none. */
export function idleWords(wanted: FrrText, byDaemon: RunningByDaemon): string | undefined {
  if (byDaemon.has('bfdd')) return undefined
  const profiles = wanted.contexts.filter(({ kind }) => kind === 'bfd-profile')
  if (profiles.length === 0 || asksForBfd(wanted)) return undefined
  const names = profiles.map(({ path }) => path.at(-1)?.replace(/^profile /, '') ?? '')
  const more = names.length > most ? `, … (${names.length - most} more)` : ''
  return `bfdd does not run, so FRR has no BFD profile ${names.slice(0, most).join(', ')}${more}; nothing uses BFD yet`
}

const most = 5

function isOfProfiles({ kind }: Pick<Context, 'kind'>): boolean {
  return ofProfiles.has(kind)
}

function asksForBfd({ contexts }: FrrText): boolean {
  return contexts.some(
    (context) =>
      context.kind === 'bfd-peer' ||
      (!isOfProfiles(context) && context.lines.some((line) => /(?:^| )bfd\b/.test(line))),
  )
}
