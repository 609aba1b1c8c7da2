const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const
type EndSignal = keyof typeof exitCodes

/** Runs `cleanup` (synchronous) when this process ends by itself, by an error or by a signal. Answers how to forget it. */
export function onProcessEnd(cleanup: () => void, options: { readonly handleSignals: boolean }): () => void {
  const signals: readonly EndSignal[] = options.handleSignals ? ['SIGHUP', 'SIGINT', 'SIGTERM'] : []
  const forget = (): void => {
    process.off('exit', cleanup)
    for (const signal of signals) process.off(signal, end)
  }
  const end = (signal: NodeJS.Signals): void => {
    cleanup()
    forget()
    // Listening took away the signal's own effect. Without other listeners it has it back, and the parent sees the true
    // cause of death; others may count on us to end the process (signal-exit does), so then we end it by hand.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
    else process.exit(exitCodes[signal as EndSignal])
  }
  process.on('exit', cleanup)
  for (const signal of signals) process.on(signal, end)
  return forget
}
