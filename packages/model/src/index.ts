export { parseCommunity } from './community.ts'
export {
  type Document,
  type Origins,
  originOf,
  originsOfEntries,
  type SecretDocument,
  type SourceObject,
} from './document.ts'
export { parseDuration, wholeSeconds } from './duration.ts'
export type { Advertise, Community } from './frr/advertise.ts'
export type { BfdProfile } from './frr/bfd-profile.ts'
export type { Evpn, Vni } from './frr/evpn.ts'
export type { FrrModel } from './frr/frr-model.ts'
export type { Neighbor } from './frr/neighbor.ts'
export type { RawSnippet } from './frr/raw-snippet.ts'
export type { Receive, ReceiveFilter } from './frr/receive.ts'
export type { Router } from './frr/router.ts'
export { type IpAddress, parseAddress } from './ip/address.ts'
export type { IpFamily } from './ip/family.ts'
export { ipFromNumber, ipNumber } from './ip/number.ts'
export { comparePrefixes, type Prefix, parsePrefix } from './ip/prefix.ts'
export type { NodeFacts } from './node-facts.ts'
export {
  compareObjects,
  compareText,
  type FilePosition,
  type ObjectRef,
  type Origin,
  objectName,
  type Sourced,
} from './origin.ts'
export {
  apiVersion,
  issueProblem,
  type Parsed,
  parseFrrConfiguration,
  parseFrrk8sConfiguration,
} from './parse-document.ts'
export { type Evidence, formatProblem, type Problem, sortProblems } from './problem.ts'
export { type ObjectProblem, problemsOfObjects } from './problems-of-objects.ts'
export { frrText, redactFrrText } from './redact-frr-text.ts'
export { failed, ok, type Result } from './result.ts'
export { say } from './say.ts'
export { hidden, type Secret, secret } from './secret.ts'
export { type SelectorFault, selectorFaults } from './selector/selector-faults.ts'
export { selects } from './selector/selects.ts'
export { visible } from './visible.ts'
