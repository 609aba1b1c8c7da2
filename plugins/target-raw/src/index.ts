export { optionNames, targetRaw } from './target-raw.ts'
