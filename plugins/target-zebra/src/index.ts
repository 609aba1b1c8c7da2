export { optionNames, targetZebra } from './target-zebra.ts'
