export { optionNames, type ReloaderVtyOptions } from './options.ts'
export type { Plan, Planned, Step } from './plan/plan.ts'
export { reloaderVty } from './reloader-vty.ts'
