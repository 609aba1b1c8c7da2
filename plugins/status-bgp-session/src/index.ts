export { type StatusBgpSessionOptions, statusBgpSession } from './status-bgp-session.ts'
