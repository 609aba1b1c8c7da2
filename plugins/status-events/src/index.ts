export type { EventKinds } from './event-kinds.ts'
export { type StatusEventsOptions, statusEvents } from './status-events.ts'
