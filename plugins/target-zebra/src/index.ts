export { targetZebra } from './target-zebra.ts'
