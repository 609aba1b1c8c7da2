export { align, type Pair } from './align.ts'
export {
  type ChangeKind,
  type Comparison,
  type ContextChange,
  compareFrrTexts,
  compareWithRunning,
  effectiveEntries,
  type FilterListChange,
  isEmpty,
  type RouteMapChange,
} from './compare.ts'
export type { ContextKind } from './contexts.ts'
export type { Context, FilterEntry, FilterList, FrrText, RouteMap, RouteMapEntry } from './frr-text.ts'
export { leftOut } from './left-out-rules.ts'
export { isLogin } from './logins.ts'
export { neighborsOf, peerGroupOf, peerGroupsOf } from './neighbors.ts'
export { parseFrrText } from './parse.ts'
export { isAmong, isSince, majorOf, type Release, type Releases } from './release.ts'
export { createResembling, type Resembling } from './resembling.ts'
export { type ResetRule, resetRules } from './reset-rules.ts'
export { type ComparableEntry, comparableEntries, entryFrom } from './route-maps.ts'
export { type SessionReset, sessionResets } from './session-resets.ts'
export { neverComparable, shownByItself } from './shown-by-itself.ts'
export { slotOf } from './slots.ts'
export { spell } from './spelling.ts'
export { type LineInPlace, type WrittenLine, writtenLines } from './written-lines.ts'
