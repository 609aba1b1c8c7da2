import type { Socket } from 'node:net'
import type { AskOptions, Say, VtyAnswers } from './asking.ts'
import { connectTo } from './connect.ts'
import { type DaemonName, maxCommandBytes, socketPath, takesPipelines, type VtyPlaces } from './daemons.ts'
import { type Exchanged, exchange } from './exchange.ts'
import { commandBytes, type VtyAnswer } from './framing.ts'
import { createTurns } from './turns.ts'
import { type VtyError, type VtyReason, type VtyResult, vtyError } from './vty-error.ts'

export type VtyOptions = VtyPlaces & {
  readonly daemon: DaemonName
  /** Milliseconds for a connection, and for each answer; 10 seconds when absent. */
  readonly within?: number
  /** The longest command in bytes; what every version takes when absent. See `maxCommandBytes`. */
  readonly maxBytes?: number
  /** Called when the daemon ends an open connection, also while nobody asks: it was stopped, killed or restarted. */
  readonly onLost?: (error: VtyError) => void
}

/**
 * One daemon's vty, as an enabled user has it: `show running-config` and all of bfdd's `show bfd …` are for nobody else.
 * Connects when asked, and again after it was lost. Several asks at a time are answered one after the other. Only an
 * abort and misuse reject; that a daemon is away or late is an answer.
 */
export class VtyConnection {
  readonly daemon: DaemonName
  readonly socketPath: string
  readonly #options: VtyOptions
  readonly #maxBytes: number
  readonly #turns = createTurns()
  #socket: Socket | undefined
  #session = 0
  #talking = false
  #closed = false

  constructor(options: VtyOptions) {
    this.daemon = options.daemon
    this.socketPath = socketPath(options.daemon, options)
    this.#options = options
    this.#maxBytes = options.maxBytes ?? maxCommandBytes('')
  }

  /** Which connection this is, counted from 1; 0 while there is none. Another number: the daemon may have been restarted. */
  get session(): number {
    return this.#socket && !this.#socket.destroyed ? this.#session : 0
  }

  /** Connects, if there is no connection. The value is the `session`. */
  open(options: AskOptions = {}): Promise<VtyResult<number>> {
    return this.#turns.take(async () => {
      const opened = await this.#connect(options)
      return 'error' in opened ? { ok: false, error: opened.error } : { ok: true, value: this.#session }
    }, options.signal)
  }

  async ask(command: string, options: AskOptions = {}): Promise<VtyResult<VtyAnswer>> {
    const { answers, error } = await this.askAll([command], options)
    const [value] = answers
    if (value) return { ok: true, value }
    if (!error) throw new Error('BUG: neither an answer nor an error')
    return { ok: false, error }
  }

  /** Many commands at once where the daemon takes that (see `takesPipelines`), otherwise one after the other. */
  askAll(
    commands: readonly string[],
    options: AskOptions & { readonly pipelined?: boolean } = {},
  ): Promise<VtyAnswers> {
    const { pipelined } = options
    return this.converse((say) => say(commands, pipelined === undefined ? {} : { pipelined }), options)
  }

  /**
   * For commands that belong together and depend on each other's answers. Within it, ask by `say` only: anything else waits
   * for its turn, which is over only when `talk` has ended. After the daemon was lost, all that is said fails alike.
   */
  converse<T>(talk: (say: Say) => Promise<T>, options: AskOptions = {}): Promise<T> {
    let { inSession, firstWithin } = options
    let cutOff: VtyError | undefined
    return this.#turns.take(
      () =>
        talk(async (commands, { pipelined = true } = {}) => {
          if (cutOff) return { answers: [], error: cutOff }
          const said = await this.#say(commands, pipelined, { ...options, inSession, firstWithin })
          firstWithin = undefined
          // A conversation that was cut off must not go on in another session, which has forgotten its beginning.
          inSession ??= this.#session
          if (said.error && said.error.reason !== 'too-long') cutOff = said.error
          return said
        }),
      options.signal,
    )
  }

  /** Ends the connection. What is being asked ends with `closed`, and so does all that is asked later. */
  close(): void {
    this.#closed = true
    this.#socket?.destroy()
    this.#socket = undefined
  }

  async #say(commands: readonly string[], pipelined: boolean, options: AskOptions): Promise<VtyAnswers> {
    // Nothing is sent unless everything can be: half of a configuration would be worse than none.
    const tooLong = commands.find((command) => commandBytes(command) > this.#maxBytes)
    if (tooLong !== undefined) {
      const words = `${commandBytes(tooLong)} bytes; FRR takes ${this.#maxBytes} in a command`
      return { answers: [], error: this.#error('too-long', words, `${tooLong.slice(0, 60)}…`) }
    }
    const opened = await this.#connect(options, commands[0])
    if ('error' in opened) return { answers: [], error: opened.error }

    const { answers, broken } = await this.#exchange(opened.socket, commands, pipelined, options)
    return broken ? { answers, error: this.#brokenOff(broken, commands[answers.length]) } : { answers }
  }

  async #exchange(
    socket: Socket,
    commands: readonly string[],
    pipelined: boolean,
    { within, firstWithin, signal }: AskOptions,
  ): Promise<Exchanged> {
    this.#talking = true
    socket.ref()
    const options = { within: this.#within({ within }), firstWithin, signal }
    try {
      return await exchange(socket, commands, { ...options, pipelined: pipelined && takesPipelines(this.daemon) })
    } finally {
      this.#talking = false
      // A connection that is kept for the next question must not keep the process from ending.
      socket.unref()
    }
  }

  async #connect(options: AskOptions, line = ''): Promise<{ readonly socket: Socket } | { readonly error: VtyError }> {
    options.signal?.throwIfAborted()
    if (this.#closed) return { error: this.#closedError(line) }
    const { inSession } = options
    if (inSession !== undefined && inSession !== this.session) {
      return { error: this.#error('lost', 'the connection was lost since; the daemon may have been restarted', line) }
    }
    if (this.#socket && !this.#socket.destroyed) return { socket: this.#socket }

    const connected = await connectTo(this.socketPath, this.#within(options), options.signal)
    if ('words' in connected) return { error: this.#error(connected.reason, connected.words, line) }
    const { socket } = connected
    if (this.#closed) {
      socket.destroy()
      return { error: this.#closedError(line) }
    }
    this.#socket = socket
    this.#session++
    this.#watch(socket)
    const { broken } = await this.#exchange(socket, ['enable'], false, options)
    return broken ? { error: this.#brokenOff(broken, line) } : { socket }
  }

  #watch(socket: Socket): void {
    let ended = false
    const onEnd = (): void => {
      ended = true
    }
    socket.on('end', onEnd).on('error', onEnd)
    // Words that nobody asked for would be taken for the next answer.
    socket.on('data', () => {
      if (!this.#talking) socket.destroy()
    })
    socket.on('close', () => {
      if (this.#socket === socket) this.#socket = undefined
      if (this.#closed || !ended) return
      this.#options.onLost?.(this.#error('lost', 'the daemon closed the connection', ''))
    })
  }

  #within(options: AskOptions): number {
    return options.within ?? this.#options.within ?? 10_000
  }

  #error(reason: VtyReason, words: string, line: string): VtyError {
    return vtyError({ daemon: this.daemon, reason, line, words })
  }

  #brokenOff({ reason, words }: NonNullable<Exchanged['broken']>, line = ''): VtyError {
    return this.#closed ? this.#closedError(line) : this.#error(reason, words, line)
  }

  #closedError(line: string): VtyError {
    return this.#error('closed', 'the connection was closed by its owner', line)
  }
}
