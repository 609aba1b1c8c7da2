import type { AskOptions, Say, VtyAnswers } from './asking.ts'
import type { VtyConnection } from './connection.ts'
import { type DaemonName, takesPipelines } from './daemons.ts'
import type { VtyAnswer } from './framing.ts'
import { hideSecrets } from './hide-secrets.ts'
import { sayWhenUnlocked } from './mgmtd-lock.ts'
import { isDoneNevertheless, isRemark } from './remarks.ts'
import { type VtyError, vtyError } from './vty-error.ts'

export type ConfigureOptions = AskOptions & {
  /**
   * Let FRR gather prefix lists and route maps and commit them together, as `vtysh -f` does: many times faster for many lines.
   * The price: one bad line among them fails them all, and FRR says so at a later line.
   */
  readonly batch?: boolean
  /** Milliseconds to wait, all lines together, while another session has mgmtd's lock; 2 seconds when absent. */
  readonly lockWithin?: number
  /** Send line by line, and none after one that is refused. Those before it stay. */
  readonly stopAtRefusal?: boolean
  /**
   * Send the way into the configuration, the lines and `thenAsk` in one write, where the daemon takes that: one round trip in
   * place of four. If it does not let anybody in, because somebody has it for himself, it gets the lines as commands
   * of another kind, and refuses them.
   */
  readonly atOnce?: boolean
  /** Questions for right after the last line, once the configuration has been left. Not asked where a line is to stop the others. */
  readonly thenAsk?: readonly string[]
}

/** FRR's words about a line; secrets are hidden in both. */
export type LineWords = {
  readonly daemon: DaemonName
  /** Counts the lines from 0; the end of a batch has the number after the last. */
  readonly index: number
  readonly line: string
  readonly status: number
  readonly words: string
}

export type Configured = {
  /** How many lines were answered, from the first. Of the others, those that were sent may have been carried out. */
  readonly answered: number
  /** What FRR refused: a status other than 0, or words that begin with `%`. */
  readonly refusals: readonly LineWords[]
  /** What it accepted with a word: a route map that does not exist, for example. */
  readonly remarks: readonly LineWords[]
  /** To `thenAsk`. */
  readonly asked?: readonly VtyAnswer[]
  /** Why not all lines were answered; with `answered: 0`, also why none was sent. */
  readonly error?: VtyError
}

/**
 * Carries out lines of configuration in the order given, beginning at the top level. Nothing is undone, and FRR accepts some
 * lines without effect: whoever must know reads back. A line `end` would leave the configuration.
 */
export function configure(
  connection: VtyConnection,
  lines: readonly string[],
  options: ConfigureOptions = {},
): Promise<Configured> {
  const { daemon } = connection
  const { batch = false, stopAtRefusal = false, lockWithin = 2000, thenAsk = [] } = options
  const { before, after } = frame(daemon, batch)
  if (options.atOnce === true && !stopAtRefusal && takesPipelines(daemon)) {
    const all = [...before, ...lines, ...after, ...thenAsk]
    return connection.askAll(all, options).then((said) => answersToAll(daemon, { before, lines, after }, said))
  }
  const talk = async (sayNow: Say): Promise<Configured> => {
    const say = daemon === 'mgmtd' ? sayWhenUnlocked(sayNow, lockWithin) : sayNow
    // First alone: if it fails, the lines would be carried out as commands of another kind.
    const entry = await say(before)
    const [notEntered] = wordsOf(daemon, before, entry).filter(isRefusal)
    const cannotEnter = entry.error ?? (notEntered && refusedEntry(notEntered))
    if (cannotEnter) {
      await say(['end'])
      return { answered: 0, refusals: [], remarks: [], error: cannotEnter }
    }
    const body = await (stopAtRefusal ? sayUntilRefused(daemon, say, lines) : say(lines))
    const exit = await say(after)
    const rest = thenAsk.length > 0 && !stopAtRefusal && !exit.error ? await say(thenAsk) : { answers: [] }
    return configured(daemon, { lines, after }, { body, exit, rest })
  }
  return connection.converse(talk, options)
}

/** The answers to all that was sent in one write. */
function answersToAll(
  daemon: DaemonName,
  { before, lines, after }: { before: readonly string[]; lines: readonly string[]; after: readonly string[] },
  { answers, error }: VtyAnswers,
): Configured {
  const [entered, left] = [before.length, before.length + lines.length]
  const [notEntered] = wordsOf(daemon, before, { answers: answers.slice(0, entered) }).filter(isRefusal)
  if (notEntered !== undefined) return { answered: 0, refusals: [], remarks: [], error: refusedEntry(notEntered) }
  const body = { answers: answers.slice(entered, left) }
  const exit = { answers: answers.slice(left, left + after.length) }
  const rest = { answers: answers.slice(left + after.length), ...(error && { error }) }
  return configured(daemon, { lines, after }, { body, exit, rest })
}

function configured(
  daemon: DaemonName,
  { lines, after }: { readonly lines: readonly string[]; readonly after: readonly string[] },
  { body, exit, rest }: { readonly body: VtyAnswers; readonly exit: VtyAnswers; readonly rest: VtyAnswers },
): Configured {
  const atEnd = wordsOf(daemon, after, exit).map((line) => ({ ...line, index: lines.length }))
  const words = [...wordsOf(daemon, lines, body), ...atEnd]
  const error = body.error ?? exit.error ?? rest.error
  return {
    answered: body.answers.length,
    refusals: words.filter(isRefusal),
    remarks: words.filter((line) => !isRefusal(line)),
    ...(rest.answers.length > 0 && { asked: rest.answers }),
    ...(error && { error }),
  }
}

function frame(daemon: DaemonName, batch: boolean): { before: readonly string[]; after: readonly string[] } {
  if (!batch) return { before: ['configure terminal'], after: ['end'] }
  // mgmtd takes a batch only from whoever holds the lock.
  const terminal = daemon === 'mgmtd' ? 'configure terminal file-lock' : 'configure terminal'
  return { before: [terminal, 'XFRR_start_configuration'], after: ['XFRR_end_configuration', 'end'] }
}

function refusedEntry({ line, status, words, daemon }: LineWords): VtyError {
  return vtyError({ daemon, reason: 'refused', line, status, words })
}

async function sayUntilRefused(daemon: DaemonName, say: Say, lines: readonly string[]): Promise<VtyAnswers> {
  const answers: VtyAnswer[] = []
  for (const line of lines) {
    const said = await say([line])
    answers.push(...said.answers)
    if (said.error) return { answers, error: said.error }
    if (wordsOf(daemon, [line], said).some(isRefusal)) break
  }
  return { answers }
}

/** Only the lines that FRR had something to say about. */
function wordsOf(daemon: DaemonName, lines: readonly string[], { answers }: VtyAnswers): readonly LineWords[] {
  return answers.flatMap(({ status, text }, index) => {
    if (status === 0 && text.trim() === '') return []
    return { daemon, index, line: hideSecrets(lines[index] ?? ''), status, words: hideSecrets(text.trim()) }
  })
}

/** In a batch, the complaint about an earlier line comes with status 0. */
function isRefusal({ line, status, words }: LineWords): boolean {
  if (isDoneNevertheless(line, words)) return false
  return status !== 0 || (/^%/m.test(words) && !isRemark(words))
}
