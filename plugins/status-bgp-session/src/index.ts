export { optionNames, type StatusBgpSessionOptions, statusBgpSession } from './status-bgp-session.ts'
