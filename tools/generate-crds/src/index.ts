export { outputs } from './outputs.ts'
export { toCrd } from './to-crd.ts'
