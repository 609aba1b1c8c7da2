export { type SourceCrdOptions, sourceCrd } from './source-crd.ts'
