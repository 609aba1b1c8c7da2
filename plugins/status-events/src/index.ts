export type { EventKinds } from './event-kinds.ts'
export { optionNames, type StatusEventsOptions, statusEvents } from './status-events.ts'
