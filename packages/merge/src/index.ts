export { type Merged, type MergeInput, merge } from './merge.ts'
export { type Quarantined, quarantine } from './quarantine.ts'
