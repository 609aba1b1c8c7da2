import { type BfdProfile, type FrrModel, frrText, type RawSnippet, type Router } from '@frrkit/model'
import { anOrigin } from './an-origin.ts'

/** Nothing but a hostname and a log level. */
export function aModel(overrides: Partial<FrrModel> = {}): FrrModel {
  return {
    hostname: 'node-a',
    logLevel: 'info',
    alwaysBlock: [],
    routers: [],
    bfdProfiles: [],
    rawSnippets: [],
    slots: {},
    ...overrides,
  }
}

/** The router of the default VRF, AS 64512, without neighbors. */
export function aRouter(overrides: Partial<Router> = {}): Router {
  return { vrf: '', asn: 64_512, imports: [], prefixes: [], neighbors: [], origins: [], ...overrides }
}

/** A profile that leaves everything to FRR. */
export function aBfdProfile(overrides: Partial<BfdProfile> = {}): BfdProfile {
  return { name: 'plain', echoMode: false, passiveMode: false, origins: [], ...overrides }
}

export function aRawSnippet(text: string, overrides: Partial<RawSnippet> = {}): RawSnippet {
  return { priority: 0, text: frrText(text), origin: anOrigin('spec.raw.rawConfig'), ...overrides }
}
