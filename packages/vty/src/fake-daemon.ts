import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { dirname } from 'node:path'
import { type DaemonName, maxCommandBytes, socketPath, type VtyPlaces } from './daemons.ts'
import { deliver, write } from './fake-delivery.ts'
import { createCommandReader } from './fake-framing.ts'
import { createFakeSession, type FakeConfig, type FakeGrammar, type FakeReply } from './fake-session.ts'

/** A text with status 0, or any part of a reply. */
export type FakeAnswer = string | Partial<FakeReply>

export type FakeDaemonOptions = VtyPlaces & {
  readonly daemon: DaemonName
  /** Answers to commands that begin with `show`. `show running-config` lists the accepted lines when absent. */
  readonly shows?: Readonly<Record<string, FakeAnswer>>
  /** What it says to a line of configuration; `undefined`: unknown command. Accepts all lines when absent. */
  readonly line?: (line: string) => FakeAnswer | undefined
  /** What `show version` says, and how long a command may be. */
  readonly version?: string
}

export type FakeDaemon = {
  readonly socketPath: string
  /** Every command received, in order, over all connections. */
  readonly commands: readonly string[]
  /** The lines of configuration that were accepted and not taken back by `no …`; a restart forgets them. */
  readonly lines: readonly string[]
  readonly connections: number
  /** Replaces the answer to one command, of any kind and in any node. */
  answer(command: string, answer: FakeAnswer): void
  /** Reads and answers nothing until `resume`, as a process does that is stopped. Connections are still taken. */
  hang(): void
  resume(): void
  /** Ends as by SIGKILL: connections break, the socket's file stays and nobody listens on it. */
  kill(): Promise<void>
  /** Comes back, with nothing configured. */
  start(): Promise<void>
  /** Ends in order and leaves nothing. */
  stop(): Promise<void>
}

/** A daemon that answers on a real unix socket, for tests without FRR. It listens when the promise resolves. */
export async function startFakeDaemon(options: FakeDaemonOptions): Promise<FakeDaemon> {
  const { daemon, version = '10.3', shows = {}, line = () => '' } = options
  const path = socketPath(daemon, options)
  const commands: string[] = []
  const replaced = new Map<string, FakeAnswer>()
  const sockets = new Set<Socket>()
  let config: FakeConfig = { lines: [] }
  let server: Server | undefined
  let running = Promise.resolve()
  let resume: (() => void) | undefined

  const show = (command: string): FakeAnswer | undefined => {
    if (command in shows) return shows[command]
    if (command === 'show version') return `FRRouting ${version} (fake) on Linux(0).\n`
    if (command !== 'show running-config') return undefined
    return `frr version ${version}\n!\n${config.lines.map((text) => `${text}\n`).join('')}!\n`
  }
  const grammar: FakeGrammar = { show: (command) => reply(show(command)), line: (text) => reply(line(text)) }

  const serve = (socket: Socket): void => {
    sockets.add(socket)
    const session = createFakeSession(daemon, grammar, config)
    socket.on('error', () => {})
    socket.on('close', () => {
      sockets.delete(socket)
      session.end()
    })
    const reader = createCommandReader(maxCommandBytes(version))
    const takeAll = async (bytes: Uint8Array): Promise<void> => {
      const inputs = reader.push(bytes)
      for (const [i, input] of inputs.entries()) {
        await running
        if ('words' in input) await write(socket, Buffer.from(input.words))
        else {
          commands.push(input.command)
          // So does the real one: see `takesPipelines`.
          if (daemon === 'mgmtd' && session.node === 'config' && i > 1) return
          await deliver(socket, reply(replaced.get(input.command)) ?? session.ask(input.command))
        }
      }
    }
    let last = Promise.resolve()
    socket.on('data', (bytes) => {
      last = last
        .then(() => takeAll(bytes))
        .catch(() => {
          socket.destroy()
        })
    })
  }
  const start = async (): Promise<void> => {
    mkdirSync(dirname(path), { recursive: true })
    // As FRR does: what is there was left by somebody who is gone.
    rmSync(path, { force: true })
    config = { lines: [] }
    server = createServer(serve)
    await new Promise<void>((resolve) => server?.listen(path, resolve))
  }
  const end = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy()
    const closing = server
    server = undefined
    await new Promise<void>((resolve) => (closing ? closing.close(() => resolve()) : resolve()))
  }
  await start()
  return {
    socketPath: path,
    commands,
    get lines() {
      return config.lines
    },
    get connections() {
      return sockets.size
    },
    answer: (command, answer) => replaced.set(command, answer),
    hang() {
      running = new Promise((resolve) => (resume = resolve))
    },
    resume: () => resume?.(),
    async kill() {
      // Node removes the file when it closes a server; a killed process cannot.
      renameSync(path, `${path}.kept`)
      await end()
      renameSync(`${path}.kept`, path)
    },
    start,
    stop: end,
  }
}

function reply(answer: FakeAnswer | undefined): FakeReply | undefined {
  if (answer === undefined) return undefined
  return { status: 0, text: '', ...(typeof answer === 'string' ? { text: answer } : answer) }
}
