export type { AskOptions, Say, VtyAnswers } from './asking.ts'
export { type Configured, type ConfigureOptions, configure, type LineWords } from './configure.ts'
export { VtyConnection, type VtyOptions } from './connection.ts'
export {
  type DaemonName,
  daemonNames,
  daemonsWithSocket,
  maxCommandBytes,
  socketPath,
  takesPipelines,
  type VtyPlaces,
} from './daemons.ts'
export type { VtyAnswer } from './framing.ts'
export { hideSecrets } from './hide-secrets.ts'
export { frrVersion, runningConfig, show, showJson } from './show.ts'
export { type BfdPeerStatus, bfdPeers } from './show-bfd.ts'
export { type BfdCounters, bfdCounters } from './show-bfd-counters.ts'
export {
  type BgpFamilyStatus,
  type BgpNeighborStatus,
  type BgpSummaryLine,
  bgpNeighbors,
  bgpSummary,
} from './show-bgp.ts'
export { type BgpCounters, type BgpMessage, bgpCounters } from './show-bgp-counters.ts'
export { describeVtyError, type VtyError, type VtyReason, type VtyResult } from './vty-error.ts'
