export type { OtherKind } from './collections.ts'
export { type SourceCrdOptions, sourceCrd } from './source-crd.ts'
