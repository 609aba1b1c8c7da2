import { type FrrConfigurationSpec, frrConfigurationSchema } from './frr-configuration.ts'
import { type Frrk8sConfigurationSpec, frrk8sConfigurationSchema } from './frrk8s-configuration.ts'
import { createValidator, type Validator } from './validator.ts'

export const validateFrrConfiguration: Validator<{ readonly spec?: FrrConfigurationSpec }> =
  createValidator(frrConfigurationSchema)

export const validateFrrk8sConfiguration: Validator<{ readonly spec?: Frrk8sConfigurationSpec }> =
  createValidator(frrk8sConfigurationSchema)
