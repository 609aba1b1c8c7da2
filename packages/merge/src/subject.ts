import { say } from '@frrkit/model'

export function routerSubject(vrf: string): string {
  return `router${inVrf(vrf)}`
}

export function neighborSubject(name: string, vrf: string): string {
  return `neighbor ${say(name)}${inVrf(vrf)}`
}

export function bfdProfileSubject(name: string): string {
  return `BFD profile ${say(name)}`
}

function inVrf(vrf: string): string {
  return vrf === '' ? '' : ` (vrf ${say(vrf)})`
}
