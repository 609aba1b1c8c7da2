import type { LogLevel } from '@frrkit/api'
import { parseFrrk8sConfiguration } from '@frrkit/model'
import type { Gathered } from './gather.ts'

/**
 * The level that the FRRK8sConfiguration `config` asks for, or else that of the facts. Read beside everything else: what is
 * wrong in another object must not keep anybody from looking closer.
 */
export function wantedLogLevel({ objects, facts }: Pick<Gathered, 'objects' | 'facts'>): LogLevel {
  const levels = objects
    .filter(({ object }) => object.kind === 'FRRK8sConfiguration' && object.name === 'config')
    .map(parseFrrk8sConfiguration)
    .map((parsed) => (parsed.ok ? parsed.value.document.spec.logLevel : undefined))
  // Two that differ are a problem of the configuration, and then neither counts.
  return levels.every((level) => level === levels[0]) ? (levels[0] ?? facts.logLevel) : facts.logLevel
}
