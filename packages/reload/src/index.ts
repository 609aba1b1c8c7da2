export type { Clock } from './clock.ts'
export { createReloadLoop, type ReloadLoop, type ReloadLoopOptions } from './reload-loop.ts'
export { systemClock } from './system-clock.ts'
