export { type Log, optionNames, type StatusLogOptions, statusLog } from './status-log.ts'
