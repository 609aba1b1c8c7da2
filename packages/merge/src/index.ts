export { type Merged, type MergeInput, merge } from './merge.ts'
