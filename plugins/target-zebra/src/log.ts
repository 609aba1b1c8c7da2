import type { FrrModel } from '@frrkit/model'

type LogLevel = FrrModel['logLevel']

export const logTemplate = `\
log stdout {{severity}}
log timestamp precision 3
{{#debug}}
debug zebra events
debug zebra nht
debug zebra kernel
debug zebra rib
debug zebra nexthop
debug bgp neighbor-events
debug bgp updates
debug bgp keepalives
debug bgp nht
debug bgp zebra
debug bfd network
debug bfd peer
debug bfd zebra
{{/debug}}
`

/** The syslog severities by which FRR calls our levels. FRR cannot be silent, so `none` lets emergencies through. */
const severities: Readonly<Record<LogLevel, string>> = {
  all: 'debugging',
  debug: 'debugging',
  info: 'informational',
  warn: 'warnings',
  error: 'errors',
  none: 'emergencies',
}

export type LogView = { readonly severity: string; readonly debug: boolean }

export function logView(level: LogLevel): LogView {
  return { severity: severities[level], debug: level === 'all' || level === 'debug' }
}
