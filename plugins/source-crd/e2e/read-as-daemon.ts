import type { Snapshot } from '@frrkit/plugin'
import { type SourceCrdOptions, sourceCrd } from '../src/source-crd.ts'

/** Reads a source as the daemon does, after each call of `changed`; for tests. */
export type Reader = {
  readonly watch: () => void
  readonly read: () => Promise<Snapshot>
  /** The first snapshot that is so. */
  readonly until: (so: (snapshot: Snapshot) => boolean) => Promise<Snapshot>
  /** How often `changed` was called. */
  readonly calls: () => number
  /** The next call of `changed`. */
  readonly called: () => Promise<void>
  /** The next call of `changed`, or line of the log. */
  readonly news: () => Promise<void>
  readonly said: readonly string[]
  readonly names: (snapshot: Snapshot) => readonly string[]
  readonly passwords: (snapshot: Snapshot) => Readonly<Record<string, string>>
  readonly stop: () => Promise<void>
}

export function readAsDaemon(options: Omit<SourceCrdOptions, 'log'>): Reader {
  const said: string[] = []
  const stop = new AbortController()
  let calls = 0
  let watching: Promise<void> | undefined
  const listeners: (() => void)[] = []
  const callers: (() => void)[] = []
  const tell = () => {
    for (const listen of listeners.splice(0)) listen()
  }
  const changed = () => {
    calls += 1
    for (const listen of callers.splice(0)) listen()
    tell()
  }
  const say = (_: object, message: string) => {
    said.push(message)
    tell()
  }
  const source = sourceCrd({ ...options, log: { info: say, warn: say } })
  const read = () => source.read(stop.signal)
  const news = () => new Promise<void>((resolve) => listeners.push(resolve))
  return {
    watch: () => {
      watching = source.watch(changed, stop.signal)
    },
    read,
    async until(so) {
      for (;;) {
        const before = calls
        const snapshot = await read()
        if (so(snapshot)) return snapshot
        if (calls === before) await news()
      }
    },
    calls: () => calls,
    called: () => new Promise((resolve) => callers.push(resolve)),
    news,
    said,
    names: ({ objects }) => objects.map(({ object }) => `${object.kind} ${object.name}`),
    passwords: ({ secrets }) =>
      Object.fromEntries(secrets.map(({ name, data }) => [name, new TextDecoder().decode(data.password)])),
    stop: async () => {
      stop.abort()
      await watching
    },
  }
}
