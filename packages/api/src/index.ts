export type { BgpSessionStateStatus } from './bgp-session-state.ts'
export { isCidr, isIp, isIpv4, isIpv6 } from './formats.ts'
export {
  type BfdProfileSpec,
  type EvpnSpec,
  type FrrConfigurationSpec,
  type LabelSelector,
  labelSelectorSchema,
  type NeighborSpec,
  type RouterSpec,
} from './frr-configuration.ts'
export type { FrrNodeStateStatus } from './frr-node-state.ts'
export { type Frrk8sConfigurationSpec, type LogLevel, logLevels } from './frrk8s-configuration.ts'
export type { Issue } from './issue.ts'
export { group, type Kind, kinds, version } from './kinds.ts'
export { celKeyword, type DeepReadonly, type Schema, secretKeyword } from './schema.ts'
export { nearestField } from './suggest.ts'
export { validateFrrConfiguration, validateFrrk8sConfiguration } from './validate.ts'
export { createValidator, type ValidateOptions, type Validation, type Validator } from './validator.ts'
