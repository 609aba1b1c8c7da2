import type { DaemonName } from './daemons.ts'
import type { VtyAnswer } from './framing.ts'

/** An answer and how it goes wrong on its way. */
export type FakeReply = VtyAnswer & {
  /** Milliseconds before the answer begins. */
  readonly delay?: number
  /** Write it in pieces of so many bytes, each in a turn of its own. */
  readonly pieces?: number
  /** `hang`: this and all that follows is never answered. `cut`: closes the connection where the answer should end. */
  readonly fault?: 'hang' | 'cut'
}

/** Accepted lines of configuration, shared by all sessions of a fake daemon. */
export type FakeConfig = {
  lines: string[]
  /** The session that has mgmtd's lock. */
  lockedBy?: FakeSession | undefined
}

export type FakeGrammar = {
  /** The answer to a `show …`; `undefined`: no such command. */
  show(command: string): FakeReply | undefined
  /** What FRR says to a line of configuration: status 0 accepts it. `undefined`: no such command. */
  line(line: string): FakeReply | undefined
}

export type FakeSession = {
  ask(command: string): FakeReply
  readonly node: FakeNode
  /** The connection has ended. */
  end(): void
}

export type FakeNode = 'view' | 'enable' | 'config'

const accepted: FakeReply = { status: 0, text: '' }
const enablesOnly = /^show (running-config|bfd )/
const tags: Readonly<Record<DaemonName, string>> = {
  mgmtd: 'MGMTD',
  zebra: 'ZEBRA',
  bgpd: 'BGP',
  bfdd: 'BFD',
  staticd: 'STATIC',
}
const entersBlock = /^(router|route-map|interface|vrf|bfd$|line vty|key chain)\b/
const entersInnerBlock = /^(address-family|profile|peer|vni|key)\b/
const lockedWords = "% Can't enter config; candidate datastore locked by another session\n"
const northbound = /^(no )?(ip(v6)? prefix-list|route-map|match|set|on-match|call)\b/

/** One connection's view of a daemon: in which node it is, and what it answers there. Pure but for `config`. */
export function createFakeSession(daemon: DaemonName, grammar: FakeGrammar, config: FakeConfig): FakeSession {
  let node: FakeNode = 'view'
  let depth = 0
  let batch: readonly string[] | undefined

  const accept = (line: string): void => {
    if (line.startsWith('no ')) config.lines = config.lines.filter((old) => !old.startsWith(line.slice(3)))
    else config.lines.push(line)
  }
  const carryOut = (line: string): FakeReply | undefined => {
    const answer = grammar.line(line)
    if (answer?.status === 0) {
      accept(line)
      if (entersBlock.test(line)) depth = 1
      else if (entersInnerBlock.test(line)) depth = 2
    }
    return answer
  }
  /** Commits what the batch has gathered: everything, or nothing and a complaint that comes with another line's answer. */
  const commit = (): string => {
    const lines = batch ?? []
    batch &&= []
    const bad = lines.map((line) => grammar.line(line)).find((answer) => answer && answer.status !== 0)
    if (!bad) {
      for (const line of lines) accept(line)
      return ''
    }
    const rejected = 'The following commands were dynamically grouped into the same transaction and rejected:'
    return `${bad.text.trimEnd()}\n${rejected}\n${lines.map((line) => `- ${line}`).join('')}`
  }
  const unlock = (): void => {
    if (config.lockedBy === session) config.lockedBy = undefined
  }
  const isLocked = (): boolean => config.lockedBy !== undefined && config.lockedBy !== session
  const leave = (): FakeReply => {
    const text = commit()
    unlock()
    node = 'enable'
    depth = 0
    batch = undefined
    return { status: 0, text }
  }
  const exit = (): FakeReply => {
    if (depth === 0) return leave()
    depth--
    return { status: 0, text: commit() }
  }

  const inAnyNode = (command: string): FakeReply | undefined => {
    if (command === '' || /^[!#]/.test(command)) return accepted
    if (node === 'view' && enablesOnly.test(command)) return undefined
    return command.startsWith('show ') ? grammar.show(command) : undefined
  }
  const inConfig = (command: string): FakeReply | undefined => {
    switch (command) {
      case 'end':
        return leave()
      case 'exit':
      case 'exit-address-family':
      case 'exit-vrf':
        return exit()
      case 'XFRR_start_configuration':
        batch = []
        return accepted
      case 'XFRR_end_configuration': {
        const text = commit()
        batch = undefined
        return { status: 0, text }
      }
    }
    if (batch && northbound.test(command) && grammar.line(command)) {
      batch = [...batch, command]
      if (entersBlock.test(command)) depth = 1
      return accepted
    }
    if (isLocked() && grammar.line(command)) {
      return { status: 255, text: '% command failed, could not lock candidate DS\n' }
    }
    const complaint = commit()
    const answer = carryOut(command)
    return answer && { ...answer, text: complaint + answer.text }
  }
  const inEnable = (command: string): FakeReply | undefined => {
    const configure = /^configure terminal( file-lock)?$/.exec(command)
    if (configure) {
      const locks = configure[1] !== undefined && daemon === 'mgmtd'
      if (locks && isLocked()) return { status: 13, text: lockedWords }
      if (locks) config.lockedBy = session
      node = 'config'
    } else if (command === 'disable') node = 'view'
    else if (!['enable', 'end', 'exit'].includes(command)) return undefined
    return accepted
  }
  const inView = (command: string): FakeReply | undefined => {
    if (command === 'enable') node = 'enable'
    else if (command !== 'exit') return undefined
    return accepted
  }

  const here = { view: inView, enable: inEnable, config: inConfig }
  const session: FakeSession = {
    get node() {
      return node
    },
    ask(text) {
      const command = text.trim()
      const unknown = { status: 2, text: `% [${tags[daemon]}] Unknown command: ${text}\n` }
      return inAnyNode(command) ?? here[node](command) ?? unknown
    },
    end: unlock,
  }
  return session
}
