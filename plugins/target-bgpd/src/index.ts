export { optionNames, targetBgpd } from './target-bgpd.ts'
