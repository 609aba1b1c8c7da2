export { targetBfdd } from './target-bfdd.ts'
