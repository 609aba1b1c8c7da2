/** What a command may touch of the process around it. */
export type Io = {
  readonly stdout: Sink
  readonly stderr: Sink
  readonly cwd: string
  /** Resolves when that signal comes. */
  ended(signal: 'SIGINT' | 'SIGTERM'): Promise<string>
}

export type Sink = {
  write(text: string): unknown
  readonly isTTY?: boolean
  /** Of the terminal, if it is one. */
  readonly columns?: number
  readonly rows?: number
}

/** 0: done; 1: there are problems; 2: the command line itself is wrong. */
export type ExitCode = 0 | 1 | 2
