import { withoutBlocksOf } from './blocks.ts'

/**
 * Whether a frr.conf has BFD profiles, and nothing that asks for BFD: those mean nothing by themselves, and hold up nobody where
 * bfdd does not run. A block that we do not see through is none.
 */
export function hasIdleProfiles(frrConf: string): boolean {
  if (!/^\s+profile /m.test(frrConf)) return false
  const rest = withoutBlocksOf(frrConf, ['bfd'])
  return rest !== frrConf && !/^\s+peer /m.test(frrConf) && !/^[^!#\n]*\bbfd\b|^profile /m.test(rest)
}

/** What FRR can be told without bfdd, every line where it was, and what is to be said about that. */
export function withoutIdleProfiles(
  frrConf: string,
  daemons: readonly string[],
): { readonly text: string; readonly warning?: string } {
  if (daemons.includes('bfdd') || !hasIdleProfiles(frrConf)) return { text: frrConf }
  const names = [...new Set([...frrConf.matchAll(/^\s+profile (\S+)\s*$/gm)].map(([, name]) => name))]
  const more = names.length > most ? `, … (${names.length - most} more)` : ''
  const shown = names.slice(0, most).join(', ')
  return {
    text: withoutBlocksOf(frrConf, ['bfd']),
    warning: `bfdd does not run, so FRR has no BFD profile ${shown}${more}; nothing uses BFD yet`,
  }
}

const most = 5
