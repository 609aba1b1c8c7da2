import type { Frrk8sConfigurationSpec, LogLevel } from '@frrkit/api'
import { type Document, originOf, type Result } from '@frrkit/model'
import { mapped } from './results.ts'
import { agree } from './rules/agree.ts'

/** The level of the settings named `config`, or else that of the command line. */
export function mergeLogLevel(
  settings: readonly Document<Frrk8sConfigurationSpec>[],
  otherwise: LogLevel,
): Result<LogLevel> {
  const claims = settings
    .filter(({ object }) => object.name === 'config')
    .map((document) => ({ value: document.spec.logLevel, origin: originOf(document, 'spec.logLevel') }))
  const agreed = agree<LogLevel>()({ subject: 'FRRK8sConfiguration config', field: 'logLevel' }, claims)
  return mapped(agreed, (level) => level ?? otherwise)
}
