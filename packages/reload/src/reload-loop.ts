import type { Outcome, Reloader } from '@frrkit/plugin'
import type { Clock } from './clock.ts'
import { createDebounce, createWindow } from './debounce.ts'
import { afterOutcome, afterRestore, nextGoal, type ReloadState } from './last-good.ts'

export type ReloadLoopOptions = {
  readonly reloader: Reloader
  readonly clock: Clock
  /**
   * Milliseconds between the beginnings of two applies; the first one after a quiet time begins at once. 300 when absent:
   * a thousand changes in a second are five applies then, of which each takes FRR some tens.
   */
  readonly interval?: number
  /** Milliseconds to wait after the first change and apply all that came meanwhile, instead of `interval`. */
  readonly window?: number
  /** Milliseconds until the next try after nobody answered. */
  readonly retryAfter?: number
  /**
   * Milliseconds that `stop()` waits for the apply that runs; it is broken off then. 10 seconds when absent: an orchestrator
   * kills what has not ended within 30.
   */
  readonly finishWithin?: number
  /** What FRR accepted before this process began, if that is known. */
  readonly lastGood?: string
  /** Called with every outcome, the newest last. */
  readonly report: (outcome: Outcome) => void
  /** Ends everything at once, a running apply included. */
  readonly signal?: AbortSignal
}

export type ReloadLoop = {
  /** The text of a whole frr.conf. The newest wins; the text of before does nothing. */
  want(frrConf: string): void
  /** FRR may have lost its configuration: applies what is wanted once more, even if FRR has refused it. */
  again(): void
  /** Resolves when nothing is being applied or about to be. Waiting for FRR to come back counts as idle. */
  idle(): Promise<void>
  /** Begins nothing more and waits for the apply that runs, until `finishWithin` is over. */
  stop(): Promise<void>
}

/** Brings what is wanted to FRR: one apply at a time, none without need, again while nobody answers, back after a refusal. */
export function createReloadLoop(options: ReloadLoopOptions): ReloadLoop {
  const { reloader, clock, interval = 300, window, retryAfter = 5000, finishWithin = 10_000, report } = options
  const signal = options.signal ?? new AbortController().signal
  const tooLate = new AbortController()
  const untilEnd = AbortSignal.any([signal, tooLate.signal])
  let state: ReloadState = { lastGood: options.lastGood }
  let refusal: Outcome | undefined
  let applying: Promise<void> | undefined
  let cancelRetry: (() => void) | undefined
  let stopped = false
  let doubted = false
  let idlers: (() => void)[] = []

  const begin = (): void => {
    cancelRetry?.()
    cancelRetry = undefined
    applying ??= applyAll().finally(() => {
      applying = undefined
      if (nextGoal(state) && cancelRetry === undefined) request()
      else wakeIdlers()
    })
  }
  const debounce = window === undefined ? createDebounce(clock, interval, begin) : createWindow(clock, window, begin)
  const request = (): void => {
    if (stopped || signal.aborted) wakeIdlers()
    else if (applying === undefined && nextGoal(state)) debounce.request()
  }

  async function applyAll(): Promise<void> {
    for (let goal = nextGoal(state); goal && !untilEnd.aborted; goal = nextGoal(state)) {
      const outcome = await reload(goal.text)
      if (signal.aborted) return
      if (tooLate.signal.aborted && outcome.status === 'unreachable') return report(brokenOff)
      state = afterOutcome(state, goal, outcome)
      const lostMeanwhile = doubted
      if (doubted) doubt()
      if (outcome.status === 'rejected' && goal.kind === 'apply') refusal = outcome
      // FRR runs a mixture: the way back comes first, and the two make one report.
      if (outcome.status === 'rejected' && nextGoal(state)?.kind === 'restore' && goal.kind === 'apply') continue
      report(goal.kind === 'restore' && refusal ? afterRestore(refusal, outcome) : outcome)
      // Only for the same text again: something newer waits for the debounce and for nothing else.
      if (nextGoal(state)?.text === goal.text && !lostMeanwhile) retryLater()
      return
    }
  }

  async function reload(text: string): Promise<Outcome> {
    try {
      return await reloader.reload(text, untilEnd)
    } catch (error) {
      return {
        status: 'unreachable',
        words: `${reloader.name}: ${error instanceof Error ? error.message : String(error)}`,
      }
    }
  }

  function doubt(): void {
    doubted = false
    state = { ...state, running: undefined, refused: undefined }
  }

  function retryLater(): void {
    if (stopped) return
    cancelRetry = clock.setTimer(retryAfter, () => {
      cancelRetry = undefined
      request()
    })
  }

  function wakeIdlers(): void {
    const waiting = idlers
    idlers = []
    for (const wake of waiting) wake()
  }

  function end(): void {
    stopped = true
    debounce.cancel()
    cancelRetry?.()
    cancelRetry = undefined
    if (applying === undefined) wakeIdlers()
  }
  signal.addEventListener('abort', end, { once: true })

  return {
    want(frrConf) {
      if (frrConf === state.wanted) return
      state = { ...state, wanted: frrConf }
      request()
    },
    again() {
      // What runs may be told to FRR before or after it lost what it had.
      if (applying === undefined) doubt()
      else doubted = true
      request()
    },
    idle: () =>
      new Promise((resolve) => {
        if (applying === undefined && !debounce.waiting) resolve()
        else idlers.push(resolve)
      }),
    async stop() {
      end()
      if (applying === undefined) return
      const cancel = clock.setTimer(finishWithin, () => tooLate.abort())
      await applying
      cancel()
    },
  }
}

const brokenOff: Outcome = {
  status: 'unreachable',
  stopped: true,
  words: 'stopped before FRR had taken all of it; the next start reads what it runs, and goes on from there',
}
