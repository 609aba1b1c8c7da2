export { optionNames, targetBfdd } from './target-bfdd.ts'
