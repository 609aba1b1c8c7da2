export type { ExitCode, Io, Sink } from './io.ts'
export { main } from './main.ts'
