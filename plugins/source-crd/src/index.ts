export type { OtherKind } from './collections.ts'
export { optionNames, type SourceCrdOptions, sourceCrd } from './source-crd.ts'
