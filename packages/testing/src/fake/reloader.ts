import { defineReloader, type Notice, type Outcome, type Reloader } from '@frrkit/plugin'

export type FakeReloader = Reloader & {
  /** Every text that `reload` was asked for, oldest first. */
  readonly asked: readonly string[]
  /** The answers to the next calls, one each; afterwards it accepts again. */
  answer(...outcomes: readonly Outcome[]): void
  /** Tells whoever watches that something happened to FRR. */
  notice(notice: Notice): void
}

/** Accepts everything and remembers it as running, except a text with a line that starts with `refuse`. */
export function fakeReloader(name = 'reloader-fake'): FakeReloader {
  const asked: string[] = []
  let answers: readonly Outcome[] = []
  let running = ''
  const watchers = new Set<(notice: Notice) => void>()
  const reloader = defineReloader({
    name,
    async reload(frrConf) {
      asked.push(frrConf)
      const [answer, ...later] = answers
      answers = later
      const outcome = answer ?? decide(frrConf, running)
      if (outcome.status === 'accepted') running = frrConf
      return outcome
    },
    running: async () => running,
    async watch(noticed, signal) {
      watchers.add(noticed)
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
      watchers.delete(noticed)
    },
  })
  return {
    ...reloader,
    asked,
    answer(...outcomes) {
      answers = [...answers, ...outcomes]
    },
    notice(notice) {
      for (const noticed of watchers) noticed(notice)
    },
  }
}

function decide(frrConf: string, running: string): Outcome {
  const lines = frrConf.split('\n').map((line, i) => ({ at: i + 1, line: line.trim(), why: 'Unknown command' }))
  const refused = lines.filter(({ line }) => line.startsWith('refuse'))
  if (refused[0] !== undefined) {
    return { status: 'rejected', words: `% Unknown command: ${refused[0].line}`, running: 'unchanged', lines: refused }
  }
  return { status: 'accepted', changed: frrConf !== running, words: '' }
}
