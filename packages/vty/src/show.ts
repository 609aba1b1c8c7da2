import type { AskOptions } from './asking.ts'
import type { VtyConnection } from './connection.ts'
import { type VtyResult, vtyError } from './vty-error.ts'

/** The text of a `show …`. */
export async function show(
  connection: VtyConnection,
  command: string,
  options: AskOptions = {},
): Promise<VtyResult<string>> {
  const asked = await connection.ask(command, options)
  if (!asked.ok) return asked
  const { status, text } = asked.value
  // Some refusals come with status 0, and their words begin with %; no answer that is meant to be read does.
  if (status === 0 && !text.startsWith('%')) return { ok: true, value: text }
  const { daemon } = connection
  return { ok: false, error: vtyError({ daemon, reason: 'refused', line: command, status, words: text }) }
}

/** The parsed answer to a `show … json`. */
export async function showJson(
  connection: VtyConnection,
  command: string,
  options: AskOptions = {},
): Promise<VtyResult<unknown>> {
  const shown = await show(connection, command, options)
  if (!shown.ok) return shown
  try {
    return { ok: true, value: JSON.parse(shown.value) }
  } catch {
    const words = `not JSON: ${shown.value.slice(0, 200) || '(nothing)'}`
    return { ok: false, error: vtyError({ daemon: connection.daemon, reason: 'unreadable', line: command, words }) }
  }
}

/** What this daemon alone runs; it holds passwords. */
export function runningConfig(connection: VtyConnection, options: AskOptions = {}): Promise<VtyResult<string>> {
  return show(connection, 'show running-config', options)
}

/** Of the daemon that runs, as in `10.3` or `8.4.4`. */
export async function frrVersion(connection: VtyConnection, options: AskOptions = {}): Promise<VtyResult<string>> {
  const shown = await show(connection, 'show version', options)
  if (!shown.ok) return shown
  const version = /^FRRouting (\S+)/.exec(shown.value)?.[1]
  if (version !== undefined) return { ok: true, value: version }
  const words = `no version in: ${shown.value.split('\n')[0]}`
  return {
    ok: false,
    error: vtyError({ daemon: connection.daemon, reason: 'unreadable', line: 'show version', words }),
  }
}
