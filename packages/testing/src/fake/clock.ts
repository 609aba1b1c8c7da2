/** What time it is, and timers; `@frrkit/reload` asks for this shape. */
export type Clock = {
  /** Milliseconds since some moment. */
  now(): number
  /** Calls once, after that many milliseconds; what it returns forgets the timer. */
  setTimer(ms: number, fire: () => void): () => void
}

export type FakeClock = Clock & {
  /** Lets time pass: timers fire in the order of their time, those set meanwhile included. */
  advance(ms: number): Promise<void>
  /** How many timers are waiting. */
  pending(): number
}

/** A clock that stands still until a test moves it. */
export function fakeClock(start = 0): FakeClock {
  let time = start
  let timers: readonly { readonly at: number; readonly fire: () => void }[] = []
  return {
    now: () => time,
    setTimer(ms, fire) {
      const timer = { at: time + ms, fire }
      timers = [...timers, timer]
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    async advance(ms) {
      const end = time + ms
      for (;;) {
        // Whoever was woken goes on in promises; let them set their next timers before looking for the next one.
        await settle()
        const due = timers.filter(({ at }) => at <= end).reduce(earlier, undefined)
        if (due === undefined) break
        time = Math.max(time, due.at)
        timers = timers.filter((other) => other !== due)
        due.fire()
      }
      time = end
      await settle()
    },
    pending: () => timers.length,
  }
}

type Timer = { readonly at: number; readonly fire: () => void }

function earlier(first: Timer | undefined, other: Timer): Timer {
  return first === undefined || other.at < first.at ? other : first
}

function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
