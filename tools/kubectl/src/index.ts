export { helmPath, kubectlPath } from './paths.ts'
export { type Ran, runKubectl } from './run-kubectl.ts'
