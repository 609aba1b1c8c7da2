import { isLogin, type Release } from '@frrkit/frr-text'
import { redactFrrText } from '@frrkit/model'
import type { DaemonName } from '@frrkit/vty'
import { daemonsOf } from '../grammar/daemons.ts'
import { isKnown } from '../grammar/know.ts'
import { undoLine } from '../grammar/undo.ts'
import type { Command } from './command.ts'
import type { Line } from './line.ts'
import type { Phased } from './phased.ts'

export type Understood = { readonly commands: readonly Command[]; readonly reasons: readonly string[] }

/** The commands for all lines, and the lines that nobody here knows how to set or to take back. */
export function understand(lines: readonly Phased[], release: Release): Understood {
  const commands: Command[] = []
  const reasons: string[] = []
  const openers = new Map<string, boolean>()
  const opens = (opener: string) => {
    const known = openers.get(opener) ?? isKnown('top', opener, release)
    openers.set(opener, known)
    return known
  }
  for (const { phase, line } of lines) {
    if (isOfVtysh(line, release) || staysAnyway(line)) continue
    const unknown = line.path.find((opener, depth) => depth === 0 && !opens(opener))
    const command = unknown === undefined ? commandOf(line, release) : undefined
    const daemons = daemonsFor(line, release)
    if (command === undefined || daemons.length === 0) reasons.push(reasonFor(line, unknown))
    else {
      for (const daemon of daemons) {
        commands.push({ daemon, phase, path: line.path, ...(command.line !== undefined && { line: command.line }) })
      }
    }
  }
  return { commands, reasons: [...new Set(reasons)] }
}

/** What vtysh writes above a configuration, about this FRR: there is nothing to do. */
function isOfVtysh({ kind, line = '' }: Line, { version, defaults = 'traditional' }: Release): boolean {
  if (kind !== 'top') return false
  return line === `frr version ${version}` || line === `frr defaults ${defaults}`
}

/** Who may log in is not ours to take back, nor FRR's to let go of `agentx`. */
function staysAnyway({ kind, line = '', do: how }: Line): boolean {
  return how === 'undo' && (isLogin(kind, line) || (kind === 'top' && line === 'agentx'))
}

function commandOf({ kind, line, do: how }: Line, release: Release): { readonly line?: string } | undefined {
  if (line === undefined || kind === 'other') return kind === 'other' ? undefined : {}
  if (how === 'say') return { line }
  if (how === 'set') return isKnown(kind, line, release) ? { line } : undefined
  const undo = undoLine(kind, line, release)
  return undo === undefined ? undefined : { line: undo }
}

function daemonsFor({ kind, path, line }: Line, release: Release): readonly DaemonName[] {
  // A command about a whole block is the business of the daemon that has the block.
  const text = line?.replace(/^no /, '')
  return kind === 'top' || text === undefined
    ? daemonsOf('top', path[0] ?? text ?? '', release)
    : daemonsOf(kind, text, release)
}

/** Without what may be secret. */
function reasonFor({ path, line, do: how }: Line, opener: string | undefined): string {
  if (opener !== undefined) return `"${redactFrrText(opener)}"`
  const where = path.length === 0 ? '' : ` in ${path.join(' / ')}`
  const text = redactFrrText(line ?? '')
  return how === 'undo' ? `how to take back "${text}"${where}` : `"${text}"${where}`
}
