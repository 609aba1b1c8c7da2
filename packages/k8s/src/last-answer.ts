import { describeKubeError, type KubeError, needsSomebody } from './kube-error.ts'

/** What several watches together know. */
export type Followed<T> = {
  /** Undefined while something is missing that will come: before the first lists, above all. */
  found(): T | undefined
  /** What it waits for, if it waits. */
  trouble(): KubeError | undefined
}

/** Answers with what is known of a cluster, for whoever asks each time anew. */
export type LastAnswer<T> = {
  /** Something is known, or in the way: whoever waits for the first answer looks again. */
  wake(): void
  /** Waits for the first answer. Rejects where there is none yet, and for what needs somebody. */
  read(following: Followed<T>, signal: AbortSignal): Promise<T>
}

export function lastAnswer<T>(): LastAnswer<T> {
  let last: T | undefined
  let waiting: readonly (() => void)[] = []
  const news = (signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      waiting = [...waiting, resolve]
      signal.addEventListener('abort', () => resolve(), { once: true })
    })
  return {
    wake() {
      for (const resolve of waiting) resolve()
      waiting = []
    },
    async read(following, signal) {
      const nothing = () => following.found() === undefined && following.trouble() === undefined
      if (last === undefined && nothing()) await news(signal)
      const found = following.found()
      if (found !== undefined) last = found
      const trouble = found === undefined ? following.trouble() : undefined
      // While the server is away, all is as it was; what needs somebody has to be told, and then nothing is decided.
      if (last !== undefined && (trouble === undefined || !needsSomebody(trouble))) return last
      throw new Error(trouble === undefined ? 'the API server has not answered yet' : describeKubeError(trouble))
    },
  }
}
