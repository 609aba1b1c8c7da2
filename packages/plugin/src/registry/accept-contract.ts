import { failed, ok, type Problem, type Result } from '@frrkit/model'
import type { Plugin } from '../plugin.ts'
import { contractsOfToday, findContract, versionNumber, versionsOf } from './contracts.ts'

/** A plugin that fulfils a contract of today, by itself or through an adapter; then a warning tells its author. */
export type Accepted = { readonly plugin: Plugin; readonly warnings: readonly Problem[] }

/** A candidate that fulfils a contract we understand, or a problem that lists those we do. */
export function acceptContract(candidate: unknown): Result<Accepted> {
  if (typeof candidate !== 'object' || candidate === null) {
    return failed(
      refuse(
        'a plugin',
        '',
        `is ${candidate === null ? 'null' : `a ${typeof candidate}`}, not a plugin object`,
        'call the factory: sourceFile({ … }), not sourceFile',
      ),
    )
  }
  const { contract, name } = candidate as { contract?: unknown; name?: unknown }
  const subject = typeof name === 'string' && name !== '' ? `plugin ${name}` : 'a plugin without a name'
  const found = findContract(contract)
  if (found === undefined) return failed(refuse(subject, 'contract', ...unknownContract(contract)))
  const missing = found.methods.filter((method) => typeof (candidate as Record<string, unknown>)[method] !== 'function')
  if (missing.length > 0) {
    return failed(
      refuse(
        subject,
        missing.join(', '),
        `missing, and ${String(contract)} asks for it`,
        'build the plugin with the define… function of its contract',
      ),
    )
  }
  if (found.adapted === undefined) return ok({ plugin: candidate as Plugin, warnings: [] })
  const { to, by } = found.adapted
  return ok({ plugin: by(candidate), warnings: [oldContract(subject, String(contract), to)] })
}

/** What is wrong with it, and the way out: of a contract that we know in other versions, these. */
function unknownContract(contract: unknown): [reason: string, help: string] {
  const quoted = JSON.stringify(contract) ?? 'nothing'
  const versions = typeof contract === 'string' ? versionsOf(contract.replace(/\/v\d+$/, '')) : []
  const newest = versions.at(-1)
  if (newest === undefined || typeof contract !== 'string') {
    return [`${quoted} is no contract of this version`, `known contracts: ${contractsOfToday.join(', ')}`]
  }
  const known = versions.join(', ')
  return versionNumber(contract) > versionNumber(newest)
    ? [`${quoted} is newer than this frrkit`, `update frrkit, or install a version of the plugin for ${known}`]
    : [`${quoted} is not understood any more, or never was`, `install a version of the plugin for ${known}`]
}

function refuse(subject: string, field: string, reason: string, help: string): Problem {
  return { code: 'plugin/unknown-contract', severity: 'error', subject, field, reason, evidence: [], help }
}

function oldContract(subject: string, contract: string, successor: string): Problem {
  return {
    code: 'plugin/old-contract',
    severity: 'warning',
    subject,
    field: 'contract',
    reason: `built for ${contract}, which works through an adapter`,
    evidence: [],
    help: `install a version of the plugin for ${successor}; its author finds in docs/contracts.md what to change`,
  }
}
