export { targetRaw } from './target-raw.ts'
