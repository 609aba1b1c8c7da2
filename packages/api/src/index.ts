export { type Validation, validate } from './validate.ts'
export type {
  BfdProfileSpec,
  EvpnSpec,
  FrrConfigurationSpec,
  LabelSelector,
  NeighborSpec,
  RouterSpec,
} from './frr-configuration.ts'
export { type Frrk8sConfigurationSpec, type LogLevel, logLevels } from './frrk8s-configuration.ts'
