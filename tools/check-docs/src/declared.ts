import type { Block } from './blocks.ts'

/** Why a block is not run here, by the word that says so: ```console not-run=cluster. */
export const reasons: Readonly<Record<string, string>> = {
  cluster: 'it needs a cluster with nodes',
  frr: 'it needs root, and an FRR that runs as the text says',
  image: 'it builds or moves a container image',
  long: 'it takes minutes, or goes on until it is ended',
  registry: 'it asks a registry, or publishes to one',
  release: 'it makes a release, or rehearses one',
}

const words = ['in', 'with', 'not-run', 'file']
// Blocks of `shell-session` are run by examples-run.test.ts, in a copy of their folder.
const shells = ['sh', 'bash', 'shell', 'zsh']
const prompt = /^(\$ |(npm|npx|frrkit|kubectl|helm|docker|git|curl|vtysh) )/

/** What is wrong with how a block says whether it is run. */
export function faultOf({ language, words: said, lines }: Block): string | undefined {
  const unknown = language === 'console' ? Object.keys(said).filter((word) => !words.includes(word)) : []
  if (unknown.length > 0) return `unknown: ${unknown.join(', ')}`
  if (language !== 'console') {
    const commands = shells.includes(language) || (language === '' && lines.some((line) => prompt.test(line)))
    return commands ? 'commands stand in a ```console block' : undefined
  }
  if (lines[0]?.startsWith('$ ') !== true) return 'a console block begins with "$ "'
  const reason = said['not-run']
  if (reason === undefined || reason in reasons) return undefined
  return `not-run=${reason} is none of: ${Object.keys(reasons).join(', ')}`
}
