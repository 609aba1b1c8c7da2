import type { IpFamily } from '@frrkit/model'

/** As people write it. */
export function familyName(family: IpFamily): string {
  return family === 'ipv4' ? 'IPv4' : 'IPv6'
}
