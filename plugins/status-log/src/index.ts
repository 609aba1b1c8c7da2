export { type Log, type StatusLogOptions, statusLog } from './status-log.ts'
