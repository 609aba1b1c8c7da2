export { helmPath, kubectlPath } from './paths.ts'
export { type Ran, type RunOptions, runKubectl } from './run-kubectl.ts'
