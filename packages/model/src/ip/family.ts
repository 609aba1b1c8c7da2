export type IpFamily = 'ipv4' | 'ipv6'
