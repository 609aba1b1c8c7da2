export type { Policy } from './compile.ts'
export { createDaemon, type Daemon, type DaemonOptions } from './daemon.ts'
export { localFacts } from './local-facts.ts'
