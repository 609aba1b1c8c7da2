export { type Merged, type MergeInput, merge } from './merge.ts'
export { type MergeRule, mergeRules, type RulesOfPart, ruleMeanings } from './merge-rules.ts'
export { type Quarantined, quarantine } from './quarantine.ts'
