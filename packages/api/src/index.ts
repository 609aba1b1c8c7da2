export type {
  BfdProfileSpec,
  EvpnSpec,
  FrrConfigurationSpec,
  LabelSelector,
  NeighborSpec,
  RouterSpec,
} from './frr-configuration.ts'
export { type Frrk8sConfigurationSpec, type LogLevel, logLevels } from './frrk8s-configuration.ts'
export type { Issue } from './issue.ts'
export {
  type ValidateOptions,
  type Validation,
  type Validator,
  validateFrrConfiguration,
  validateFrrk8sConfiguration,
} from './validate.ts'
