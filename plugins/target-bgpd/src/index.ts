export { targetBgpd } from './target-bgpd.ts'
